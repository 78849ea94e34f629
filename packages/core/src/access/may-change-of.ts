import type { LibraryContext } from "../context.ts";
import { isAllowed } from "./schema.ts";

/**
 * @param userId whose it is: who uploaded a file or made a folder; null when nobody is known
 * @returns whether the principal may change, move or trash it: contributors what is theirs, admins everything
 */
export function mayChangeOf({ access, principal }: LibraryContext, userId: string | null): boolean {
  if (isAllowed(access, "change files of others")) return true;
  return isAllowed(access, "move and rename files") && "userId" in principal && principal.userId === userId;
}
