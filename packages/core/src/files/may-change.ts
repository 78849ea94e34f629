import { isAllowed } from "../access/schema.ts";
import type { LibraryContext } from "../context.ts";

function isOwn({ principal }: LibraryContext, file: { uploadedById: string | null }): boolean {
  return "userId" in principal && principal.userId === file.uploadedById;
}

/** @returns whether the principal may change or trash the file: contributors what they uploaded, admins every one */
export function mayChange(ctx: LibraryContext, file: { uploadedById: string | null }): boolean {
  if (isAllowed(ctx.access, "change files of others")) return true;
  return isAllowed(ctx.access, "move files to the trash") && isOwn(ctx, file);
}
