import type { FoundFile, FoundFolder } from "@alcoves/core/search/schema";

/** @returns where a found folder is, or a found file in its folder, open */
export function addressOf(found: FoundFolder | FoundFile): string {
  const folder = found.folderId === null ? "" : `/f/${found.folderId}`;
  const file = found.type === "file" ? `?file=${found.fileId}` : "";
  return `/l/${found.libraryId}${folder}${file}`;
}
