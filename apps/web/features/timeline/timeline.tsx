"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { TimelineOutline } from "@alcoves/core/timeline/schema";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { createStore } from "zustand/vanilla";
import { useGridSelection } from "../../components/justified-grid/grid-selection.ts";
import type { GridHandle } from "../../components/justified-grid/use-grid-handle.ts";
import { FileSelection } from "../file-grid/file-selection.tsx";
import { FileView } from "../file-grid/file-view.tsx";
import { SelectionBar } from "../file-grid/selection-bar.tsx";
import { TopBar } from "../shell/top-bar.tsx";
import { EmptyTimeline } from "./empty-timeline.tsx";
import { Scrubber } from "./scrubber.tsx";
import { TimelineFilterChips, useTimelineFilters } from "./timeline-filters.tsx";
import { useTimeline } from "./use-timeline.ts";

/** What the first load brings. */
export interface TimelineProps {
  library: LibrarySummary;
  /** Of everything. */
  outline: TimelineOutline;
}

/** All photos and videos of a library by the days on which they were taken, whatever folder they lie in. */
export function Timeline({ library, outline: first }: TimelineProps) {
  const t = useTranslations("timeline");
  const { libraryId } = library;
  const { filters, ...filtering } = useTimelineFilters();
  const { outline, list } = useTimeline(libraryId, filters, first);
  const selection = useGridSelection();
  const grid = useRef<GridHandle>(null);
  const [where] = useState(() => createStore(() => ({ place: 0 })));

  return (
    <FileSelection {...{ library, selection, list }}>
      <SelectionBar>
        <TopBar>
          <h1 className="min-w-0 flex-1 truncate font-semibold text-15">{t("title")}</h1>
        </TopBar>
      </SelectionBar>
      <div className="flex shrink-0 grow">
        <div className="flex min-w-0 flex-1 flex-col pt-3 pb-24 pl-5 max-md:pl-3">
          <TimelineFilterChips {...filtering} />
          {outline?.days.length === 0 && <EmptyTimeline isFiltered={Object.keys(filters).length > 0} />}
          {list && (
            <FileView
              library={library}
              label={t("grid")}
              list={list}
              grid={grid}
              onView={(index) => where.setState({ place: index / Math.max(1, list.count ?? 1) })}
            />
          )}
        </div>
        {outline && outline.days.length > 0 && (
          <div className="sticky top-14 h-[calc(100dvh-3.5rem)] py-3 pr-2 max-md:h-[calc(100dvh-3.5rem-60px)] max-md:pr-0.5">
            <Scrubber
              outline={outline}
              where={where}
              onGo={(section, part) => grid.current?.showSection(section, part)}
            />
          </div>
        )}
      </div>
    </FileSelection>
  );
}
