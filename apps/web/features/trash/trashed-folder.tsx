"use client";

import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { type GridSelection, useIsSelected } from "../../components/justified-grid/grid-selection.ts";
import { type GridCell, gridFocusAttribute } from "../../components/justified-grid/justified-grid.tsx";
import { toggled } from "../../components/justified-grid/selection.ts";
import { keyOfItem, type ListedFolder } from "../file-grid/file-list.ts";
import { SelectCircle } from "../file-grid/select-circle.tsx";
import { LeavesBadge } from "../file-grid/tile-badges.tsx";

/** What a folder in the trash takes. */
interface TrashedFolderProps {
  folder: ListedFolder;
  cell: GridCell;
  selection: GridSelection;
}

/** A folder in the trash, with what went there with it: it is not opened, a click selects it. */
export function TrashedFolder({ folder, cell, selection }: TrashedFolderProps) {
  const t = useTranslations("trash");
  const holdsId = useId();
  const key = keyOfItem(folder);
  const isSelected = useIsSelected(selection, key);
  const { name, fileCount: files, folderCount: folders, leavesAt } = folder;
  return (
    <div className="relative size-full overflow-hidden rounded-tile">
      <button
        type="button"
        {...gridFocusAttribute}
        tabIndex={cell.isCurrent ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={t("folder", { name })}
        aria-describedby={holdsId}
        onClick={() => selection.setState((before) => toggled(before, key), true)}
        // Space selects in all of the grid: a browser would press the button too.
        onKeyUp={(event) => event.key === " " && event.preventDefault()}
        className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 rounded-tile border border-line bg-panel p-3 text-muted outline-none hover:bg-raised focus-visible:shadow-[inset_0_0_0_3px_var(--color-accent),inset_0_0_0_5px_var(--color-background)]"
      >
        <Folder aria-hidden="true" strokeWidth={1.25} className="size-8 shrink-0 text-accent max-md:size-6" />
        <span className="line-clamp-2 max-w-full max-md:line-clamp-1 break-words text-center font-[550] text-13 text-text">
          {name}
        </span>
        <span id={holdsId} className="max-w-full truncate text-12 tabular-nums">
          {t("holds", { files, folders })}
        </span>
      </button>
      {leavesAt && <LeavesBadge at={leavesAt} />}
      <SelectCircle item={folder} selection={selection} />
    </div>
  );
}
