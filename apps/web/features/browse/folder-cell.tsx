"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import clsx from "clsx";
import { Folder } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type GridSelection, useIsAnySelected } from "../../components/justified-grid/grid-selection.ts";
import {
  type GridCell,
  gridControlAttribute,
  gridFocusAttribute,
} from "../../components/justified-grid/justified-grid.tsx";
import type { ListedFolder } from "../file-grid/file-list.ts";
import { SelectCircle } from "../file-grid/select-circle.tsx";
import { useItemDrop } from "../items/use-item-drop.ts";
import { FolderMenu } from "./folder-menu.tsx";

/** What a folder among the files takes. */
interface FolderCellProps {
  library: LibrarySummary;
  folder: ListedFolder;
  cell: GridCell;
  selection: GridSelection;
  /** As a row of a table, and not as a card. */
  isRow: boolean;
}

/** A folder of a folder, before its files: it is opened, selected as files are, and takes what is dragged onto it. */
export function FolderCell({ library, folder, cell, selection, isRow }: FolderCellProps) {
  const t = useTranslations("browse");
  const { libraryId } = library;
  const { folderId, name, fileCount } = folder;
  const { isOver, handlers } = useItemDrop(libraryId, folderId);
  const isActive = useIsAnySelected(selection);
  return (
    <div
      {...handlers}
      className={clsx(
        "relative flex size-full items-center pr-2 transition-colors duration-[120ms] has-[a:hover]:bg-raised",
        isRow ? "gap-3 border-line border-b pl-[13px]" : "gap-3 rounded-card border pl-3.5",
        isOver ? "border-accent bg-selection" : !isRow && "border-line bg-panel",
      )}
    >
      <Folder
        aria-hidden="true"
        strokeWidth={1.75}
        className={clsx(
          "size-[18px] shrink-0 text-accent group-hover/cell:opacity-0 [@media(hover:none)]:group-hover/cell:opacity-100",
          isActive && "!opacity-0",
          isRow && "mr-[13px]",
        )}
      />
      <Link
        {...gridFocusAttribute}
        href={`/l/${libraryId}/f/${folderId}`}
        tabIndex={cell.isCurrent ? 0 : -1}
        className={clsx(
          "min-w-0 flex-1 truncate font-[550] outline-none [-webkit-touch-callout:none] after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2",
          !isRow && "after:rounded-card",
        )}
      >
        {name}
      </Link>
      <span className="text-13 text-muted tabular-nums">
        <span aria-hidden="true">{fileCount}</span>
        <span className="sr-only">{t("fileCount", { count: fileCount })}</span>
      </span>
      <SelectCircle
        item={folder}
        selection={selection}
        isRow={isRow}
        className={isRow ? "top-0.5 left-0.5" : "top-[7px] left-[3px]"}
      />
      <span {...gridControlAttribute} className="relative z-[1]">
        <FolderMenu library={library} folder={folder} isReached={cell.isCurrent} />
      </span>
    </div>
  );
}
