import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadInLibrary } from "../../../../../features/libraries/load-in-library.ts";
import { MomentsView } from "../../../../../features/moments/moments-view.tsx";

interface MomentsParams {
  params: Promise<{ libraryId: string }>;
  searchParams: Promise<{ q?: string | string[]; tag?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moments");
  return { title: t("title") };
}

/** The moments of a library, all or those that were searched for. */
export default async function MomentsPage({ params, searchParams }: MomentsParams) {
  const { libraryId } = await params;
  const { q, tag } = await searchParams;
  const text = typeof q === "string" ? q.slice(0, 200) : "";
  const loaded = await loadInLibrary(`/l/${libraryId}/moments`, async (caller) => {
    const [library, tags] = await Promise.all([
      caller.libraries.get({ libraryId }),
      caller.tags.list({ libraryId }),
    ]);
    // A tag that was deleted since the address was kept is no tag.
    const tagId = tags.find(({ tagId }) => tagId === tag)?.tagId ?? null;
    const firstPage = await caller.moments.search({ libraryId, text, tagId });
    return { library, tags, firstPage, first: { text, tagId } };
  });
  return <MomentsView key={libraryId} {...loaded} />;
}
