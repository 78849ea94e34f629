import { Browse } from "../../../../features/browse/browse.tsx";
import { loadBrowse } from "../../../../features/browse/load-browse.ts";

/** The top of a library. */
export default async function LibraryPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadBrowse(libraryId, null);
  return <Browse key={libraryId} {...loaded} />;
}
