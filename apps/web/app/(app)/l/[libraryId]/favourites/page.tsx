import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";
import { FavouritesView } from "../../../../../features/marks/favourites-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("marks");
  return { title: t("favourites") };
}

/** One's favourites in a library. */
export default async function FavouritesPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/favourites`, async (caller) => {
    const [library, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.marks.favourites({ libraryId }),
    ]);
    return { library, firstPage };
  });
  return <FavouritesView key={libraryId} {...loaded} />;
}
