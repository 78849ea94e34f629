import { notFound, redirect } from "next/navigation";
import { serverCaller } from "../../trpc/server.ts";
import type { BrowseProps } from "./browse.tsx";

/** Loads a folder for its first view. Ends as "not found" when it is none of the reader's, and in sign-in without a session. */
export async function loadBrowse(libraryId: string, folderId: string | null): Promise<BrowseProps> {
  const caller = await serverCaller();
  const inFolder = { libraryId, folderId };
  try {
    const [library, path, folders, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.folders.path(inFolder),
      caller.folders.list(inFolder),
      caller.files.list(inFolder),
    ]);
    return { library, folderId, path, folders, firstPage };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    // An address that is no id at all names nothing either.
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    if (code === "UNAUTHORIZED") {
      const here = folderId === null ? `/l/${libraryId}` : `/l/${libraryId}/f/${folderId}`;
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
    }
    throw error;
  }
}
