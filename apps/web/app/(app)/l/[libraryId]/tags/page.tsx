import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";
import { TagsView } from "../../../../../features/tags/tags-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tags");
  return { title: t("title") };
}

/** The tags of a library. */
export default async function TagsPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadInLibrary(`/l/${libraryId}/tags`, async (caller) => {
    const [library, tags] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.tags.list({ libraryId }),
    ]);
    return { library, tags };
  });
  return <TagsView key={libraryId} {...loaded} />;
}
