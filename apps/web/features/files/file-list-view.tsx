"use client";

import type { FileSummary } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef } from "react";
import { type GridHandle, JustifiedGrid } from "../../components/justified-grid/justified-grid.tsx";
import { DayHeading } from "../browse/day-heading.tsx";
import { FileTile } from "../browse/file-tile.tsx";
import { groupByDay } from "../browse/group-by-day.ts";
import { useOpenFile } from "../viewer/use-open-file.ts";
import { Viewer } from "../viewer/viewer.tsx";
import { ratioOf } from "./picture-srcset.ts";

/** What a list of files takes. */
interface FileListViewProps {
  libraryId: string;
  /** Not empty. */
  files: readonly FileSummary[];
  hasMore: boolean;
  loadMore(): void;
  /** Newest first, under a heading for each day; else in their own order. */
  isByDay: boolean;
}

/** Files that something other than a folder brings together, with the viewer over them. */
export function FileListView({ libraryId, files, hasMore, loadMore, isByDay }: FileListViewProps) {
  const t = useTranslations("browse");
  const viewer = useOpenFile();
  const grid = useRef<GridHandle>(null);
  const groups = useMemo(
    () => (isByDay ? groupByDay(files) : [{ day: null, files: [...files] }]),
    [files, isByDay],
  );
  const sections = useMemo(
    () => groups.map(({ day, files: inGroup }) => ({ key: day ?? "", ratios: inGroup.map(ratioOf) })),
    [groups],
  );
  const focusTile = useCallback(
    (fileId: string) => {
      const index = files.findIndex((file) => file.fileId === fileId);
      if (index !== -1) grid.current?.focus(index);
    },
    [files],
  );
  return (
    <>
      <JustifiedGrid
        label={t("files")}
        handle={grid}
        sections={sections}
        onEndNear={loadMore}
        renderHeading={(section) => {
          const group = groups[section];
          const isWhole = section < groups.length - 1 || !hasMore;
          const count = group && isWhole ? group.files.length : null;
          if (group?.day) return <DayHeading day={group.day} count={count} />;
          return (
            count !== null && <h2 className="text-13 text-muted tabular-nums">{t("fileCount", { count })}</h2>
          );
        }}
        renderCell={(cell) => {
          const file = files[cell.index];
          return file && <FileTile file={file} cell={cell} libraryId={libraryId} onOpen={viewer.open} />;
        }}
      />
      <Viewer
        fileId={viewer.fileId}
        onTurn={viewer.turnTo}
        onClose={viewer.close}
        onClosed={focusTile}
        {...{ libraryId, files, hasMore, loadMore }}
      />
    </>
  );
}
