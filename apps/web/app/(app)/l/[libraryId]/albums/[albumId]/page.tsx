import { AlbumView } from "../../../../../../features/albums/album-view.tsx";
import { loadInLibrary } from "../../../../../../features/libraries/load-in-library.ts";

/** An album of a library. */
export default async function AlbumPage({
  params,
}: {
  params: Promise<{ libraryId: string; albumId: string }>;
}) {
  const { libraryId, albumId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/albums/${albumId}`, async (caller) => {
    const [library, albums, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.albums.list({ libraryId }),
      caller.albums.files({ libraryId, albumId }),
    ]);
    return { library, albums, firstPage };
  });
  return <AlbumView key={albumId} albumId={albumId} {...loaded} />;
}
