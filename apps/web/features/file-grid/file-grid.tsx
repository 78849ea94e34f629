"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useEffect } from "react";
import { toast } from "sonner";
import type { GridSelection } from "../../components/justified-grid/grid-selection.ts";
import { type GridCell, JustifiedGrid } from "../../components/justified-grid/justified-grid.tsx";
import { mostSelected, withKeys, withoutKeys } from "../../components/justified-grid/selection.ts";
import type { GridHandle } from "../../components/justified-grid/use-grid-handle.ts";
import { DayHeading } from "./day-heading.tsx";
import type { FileList, ListedFile } from "./file-list.ts";
import { FileTile } from "./file-tile.tsx";
import { recallDensity, useDensity } from "./use-density.ts";

/** What a page puts into its grid beside the tiles of its files. */
export interface GridFrame {
  /** Over a section, in place of its day. */
  heading(section: number): ReactNode;
  /** Height of what stands below each picture, px. */
  captionPx: number;
  /** A tile with its caption, which fill the cell. */
  tile(file: ListedFile, cell: GridCell, picture: ReactNode): ReactNode;
}

/** What the grid of a page takes. */
interface FileGridProps {
  libraryId: string;
  label: string;
  list: FileList;
  /** Undefined where nothing can be selected. */
  selection?: GridSelection | undefined;
  handle?: Ref<GridHandle>;
  onOpen(fileId: string): void;
  /** Another file is the first in view. */
  onView?: (index: number) => void;
  /** Days and bare tiles unless the page has others. */
  frame?: GridFrame | undefined;
}

/** The files of a page as tiles: the one grid, with what Alcoves puts into it. */
export function FileGrid(props: FileGridProps) {
  const { libraryId, label, list, selection, handle, onOpen, onView, frame } = props;
  const t = useTranslations("browse");
  const [density] = useDensity();
  useEffect(recallDensity, []);
  const onFailed = (error: unknown) =>
    void toast.error(error instanceof Error ? error.message : t("notSelected"));
  const onFull = () => void toast(t("selectionFull", { count: mostSelected }));
  const selectSection = async (section: number) => {
    const first = list.sections.slice(0, section).reduce((sum, { count }) => sum + count, 0);
    try {
      const keys = await list.keysOf(first, list.sections[section]?.count ?? 0);
      selection?.setState((before) => {
        const isWhole = keys.every((key) => before.keys.has(key));
        return isWhole ? withoutKeys(before, keys) : withKeys(before, keys);
      }, true);
      if (keys.length > mostSelected) onFull();
    } catch (error) {
      onFailed(error);
    }
  };
  return (
    <JustifiedGrid
      label={label}
      items={list}
      rowHeightPx={density.rowHeightPx}
      captionPx={frame?.captionPx}
      selection={selection}
      {...(handle ? { handle } : {})}
      onFull={onFull}
      onFailed={onFailed}
      onView={onView}
      renderHeading={(section) => {
        if (frame) return frame.heading(section);
        const { day, count } = list.headingOf(section);
        const onSelect = selection ? () => void selectSection(section) : undefined;
        return day !== null && <DayHeading {...{ day, count, onSelect }} />;
      }}
      renderCell={(cell) => {
        const file = list.at(cell.index);
        if (!file) return null;
        const tile = <FileTile {...{ file, cell, libraryId, selection, onOpen }} />;
        return frame ? frame.tile(file, cell, tile) : tile;
      }}
    />
  );
}
