import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DuplicatesView } from "../../../../../features/duplicates/duplicates-view.tsx";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("duplicates");
  return { title: t("title") };
}

/** Files of a library that are like others. */
export default async function DuplicatesPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/duplicates`, async (caller) => {
    const [library, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.duplicates.list({ libraryId }),
    ]);
    return { library, firstPage };
  });
  return <DuplicatesView key={libraryId} {...loaded} />;
}
