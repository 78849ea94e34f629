import { loadInLibrary } from "../libraries/load-in-library.ts";
import type { BrowseProps } from "./browse.tsx";

/** Loads a folder for its first view. */
export async function loadBrowse(libraryId: string, folderId: string | null): Promise<BrowseProps> {
  const here = folderId === null ? `/l/${libraryId}` : `/l/${libraryId}/f/${folderId}`;
  const inFolder = { libraryId, folderId };
  return loadInLibrary(here, async (caller) => {
    const [library, path, folders, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.folders.path(inFolder),
      caller.folders.list(inFolder),
      caller.files.list(inFolder),
    ]);
    return { library, folderId, path, folders, firstPage };
  });
}
