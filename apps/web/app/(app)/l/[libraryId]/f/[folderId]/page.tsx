import { Browse } from "../../../../../../features/browse/browse.tsx";
import { loadBrowse } from "../../../../../../features/browse/load-browse.ts";

/** A folder of a library. */
export default async function FolderPage({
  params,
}: {
  params: Promise<{ libraryId: string; folderId: string }>;
}) {
  const { libraryId, folderId } = await params;
  const loaded = await loadBrowse(libraryId, folderId);
  return <Browse key={folderId} {...loaded} />;
}
