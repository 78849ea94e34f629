import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";

/** @returns whether the principal may change or trash the file: contributors what they uploaded, admins every one */
export function mayChange(ctx: LibraryContext, file: { uploadedById: string | null }): boolean {
  return mayChangeOf(ctx, file.uploadedById);
}
