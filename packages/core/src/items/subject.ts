import type { Claimed } from "./claim.ts";

/** @returns the name of one of the items, a folder's before a file's, by which the activity calls them all */
export function nameOf({ folders, files }: Pick<Claimed, "folders" | "files">): string {
  return folders[0]?.name ?? files[0]?.name ?? "";
}
