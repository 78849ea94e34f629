"use client";

import clsx from "clsx";
import { Heart, Star } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type GridSelection, useIsAnySelected } from "../../components/justified-grid/grid-selection.ts";
import { gridFocusAttribute } from "../../components/justified-grid/justified-grid.tsx";
import { ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { formatBytes, formatDuration } from "../files/format-file.ts";
import type { ListedFile } from "./file-list.ts";
import type { FileTileProps } from "./file-tile.tsx";
import { SelectCircle } from "./select-circle.tsx";
import { tableColumns, wideColumn } from "./table-head.tsx";

/** One file in a table: its picture, its name, and what the columns say. */
export function FileRow({ file, cell, selection, onOpen }: FileTileProps & { selection: GridSelection }) {
  const t = useTranslations("browse");
  const format = useFormatter();
  const isAnySelected = useIsAnySelected(selection);
  const { sizeBytes, mimeType } = file;
  return (
    <div className="relative size-full">
      <a
        {...gridFocusAttribute}
        href={`?file=${file.fileId}`}
        tabIndex={cell.isCurrent ? 0 : -1}
        aria-label={t(`open.${file.kind}`, { name: file.name })}
        onClick={(event) => {
          event.preventDefault();
          onOpen(file.fileId);
        }}
        className={clsx(
          tableColumns,
          "absolute inset-0 border-line border-b outline-none [-webkit-touch-callout:none] hover:bg-[color-mix(in_srgb,var(--text)_4%,transparent)] focus-visible:-outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent",
        )}
      >
        <span className="relative grid h-[38px] w-11 place-items-center overflow-hidden rounded-tile text-muted">
          {file.pictures ? (
            <ThumbhashImage alt="" thumbhash={file.thumbhash} src={file.pictures.timeline} loading="lazy" />
          ) : (
            <FileIcon
              kind={file.kind}
              className={clsx(
                "size-5 group-hover/cell:opacity-0 [@media(hover:none)]:group-hover/cell:opacity-100",
                isAnySelected && "!opacity-0",
              )}
            />
          )}
        </span>
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-[550]">{file.name}</span>
          <RowMarks file={file} />
        </span>
        <span className="truncate px-1.5 text-13 text-muted tabular-nums">
          {format.dateTime(file.filedAtMs, { dateStyle: "medium", timeZone: "UTC" })}
        </span>
        <span className={clsx(wideColumn, "px-1.5 text-right text-13 text-muted tabular-nums")}>
          {sizeBytes !== undefined && formatBytes(sizeBytes)}
        </span>
        <span className={clsx(wideColumn, "truncate px-1.5 text-13 text-muted")}>{mimeType}</span>
        <span className={clsx(wideColumn, "truncate px-1.5 text-13 text-muted tabular-nums")}>
          {measuresOf(file)}
        </span>
      </a>
      <SelectCircle item={file} selection={selection} className="top-0.5 left-0.5" isRow />
    </div>
  );
}

/** How long it plays, else how large it is. */
function measuresOf({ durationMs, widthPx, heightPx }: ListedFile): string | null {
  if (durationMs !== null) return formatDuration(durationMs);
  return widthPx && heightPx ? `${widthPx} × ${heightPx}` : null;
}

function RowMarks({ file }: { file: ListedFile }) {
  const t = useTranslations("browse");
  return (
    <>
      {file.isFavourite && (
        <span className="shrink-0 text-muted">
          <Heart aria-hidden="true" className="size-3.5 fill-current" />
          <span className="sr-only">{t("favourite")}</span>
        </span>
      )}
      {file.ownRating !== null && (
        <span className="flex shrink-0 items-center gap-0.5 text-13 text-muted tabular-nums">
          <Star aria-hidden="true" className="size-3.5 fill-current" />
          <span aria-hidden="true">{file.ownRating}</span>
          <span className="sr-only">{t("rating", { rating: file.ownRating })}</span>
        </span>
      )}
      {file.work === "failed" && (
        <span className="shrink-0 text-13 text-failed" title={t("failed")}>
          {t("failedBriefly")}
        </span>
      )}
    </>
  );
}
