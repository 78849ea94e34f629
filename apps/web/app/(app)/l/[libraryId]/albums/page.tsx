import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlbumsView } from "../../../../../features/albums/albums-view.tsx";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("albums");
  return { title: t("title") };
}

/** The albums of a library. */
export default async function AlbumsPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/albums`, async (caller) => {
    const [library, albums] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.albums.list({ libraryId }),
    ]);
    return { library, albums };
  });
  return <AlbumsView key={libraryId} {...loaded} />;
}
