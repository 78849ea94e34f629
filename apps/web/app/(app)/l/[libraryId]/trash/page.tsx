import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";
import { TrashView } from "../../../../../features/trash/trash-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("trash");
  return { title: t("title") };
}

/** What was thrown away in a library. */
export default async function TrashPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/trash`, async (caller) => {
    const [library, firstPage] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.trash.list({ libraryId }),
    ]);
    return { library, firstPage };
  });
  return <TrashView key={libraryId} {...loaded} />;
}
