"use client";

import type { MapTiles } from "@alcoves/config";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { MapCluster } from "@alcoves/core/map/schema";
import { MapPinned } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import { FileSelection } from "../file-grid/file-selection.tsx";
import { FileView } from "../file-grid/file-view.tsx";
import { SelectionBar } from "../file-grid/selection-bar.tsx";
import { EmptyList } from "../files/empty-list.tsx";
import { TopBar } from "../shell/top-bar.tsx";
import { useOpenFile } from "../viewer/use-open-file.ts";
import { useClusters } from "./use-clusters.ts";
import { useMapFiles } from "./use-map-files.ts";
import { useMapView } from "./use-map-view.ts";
import { wholeWorld } from "./whole-world.ts";

/** What draws the map is large, and needed on this page alone. */
const WorldMap = dynamic(() => import("./world-map.tsx"), { ssr: false });

/** What the first load brings. */
export interface MapViewProps {
  library: LibrarySummary;
  /** What lies where in the whole world. */
  everything: MapCluster[];
  tiles: MapTiles | null;
}

/** Where the photos and videos of a library were taken: a map, and the list of what is in view. */
export function MapView({ library, everything: first, tiles }: MapViewProps) {
  const t = useTranslations("map");
  const { libraryId } = library;
  const [isDrawn, setDrawn] = useState(true);
  const { start, view, rest } = useMapView();
  const shown = isDrawn ? view : wholeWorld;
  const { everything, clusters } = useClusters(libraryId, shown, first);
  const { list, isKnown } = useMapFiles(libraryId, shown);
  const selection = useGridSelection();
  const viewer = useOpenFile();
  const scroller = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another list, which begins at its top.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [view]);

  return (
    <FileSelection {...{ library, selection, list }}>
      <SelectionBar>
        <TopBar>
          <h1 className="min-w-0 flex-1 truncate font-semibold text-15">{t("title")}</h1>
        </TopBar>
      </SelectionBar>
      {everything.length === 0 ? (
        <EmptyList Icon={MapPinned} text={t("empty")} />
      ) : (
        <div className="flex min-h-0 flex-1 max-md:flex-col-reverse">
          <section
            ref={scroller}
            aria-label={t("inView")}
            className="w-[42%] max-w-[680px] shrink-0 overflow-y-auto px-5 pt-3 pb-24 max-md:h-[45%] max-md:w-auto max-md:max-w-none max-md:px-3 max-md:pb-6"
          >
            <h2 className="pb-2 font-semibold text-13 text-muted">{t("inView")}</h2>
            {!isDrawn && <p className="pb-3 text-muted">{t("unavailable")}</p>}
            {isKnown && list.count === 0 && <p className="text-muted">{t("nothingInView")}</p>}
            <FileView library={library} label={t("grid")} list={list} viewer={viewer} />
          </section>
          {isDrawn && (
            <section aria-label={t("title")} className="relative min-w-0 flex-1 bg-panel">
              <WorldMap
                {...{ start, everything, clusters, tiles }}
                onRest={rest}
                onOpen={viewer.open}
                onUnavailable={() => setDrawn(false)}
              />
            </section>
          )}
        </div>
      )}
    </FileSelection>
  );
}
