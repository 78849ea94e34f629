import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadMap } from "../../../../../features/map/load-map.ts";
import { MapView } from "../../../../../features/map/map-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("map");
  return { title: t("title") };
}

/** Where the photos and videos of a library were taken. */
export default async function MapPage({ params }: { params: Promise<{ libraryId: string }> }) {
  const { libraryId } = await params;
  const loaded = await loadMap(libraryId);
  return <MapView key={libraryId} {...loaded} />;
}
