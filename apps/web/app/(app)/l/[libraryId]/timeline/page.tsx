import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadTimeline } from "../../../../../features/timeline/load-timeline.ts";
import { Timeline } from "../../../../../features/timeline/timeline.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("timeline");
  return { title: t("title") };
}

/** All photos and videos of a library by their days. */
export default async function TimelinePage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadTimeline(libraryId);
  return <Timeline key={libraryId} {...loaded} />;
}
