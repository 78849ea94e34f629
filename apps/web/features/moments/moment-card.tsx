"use client";

import type { FoundMoment } from "@alcoves/core/moments/schema";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo } from "react";
import {
  type GridSelection,
  useIsAnySelected,
  useIsSelected,
} from "../../components/justified-grid/grid-selection.ts";
import { toggled } from "../../components/justified-grid/selection.ts";
import { ExportPill } from "../editor/export-pill.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { formatDuration } from "../files/format-file.ts";
import { TagDot } from "../tags/tag-dot.tsx";
import { SpritePicture } from "../viewer/sprite-picture.tsx";

/** What a card takes. */
interface MomentCardProps {
  libraryId: string;
  moment: FoundMoment;
  selection: GridSelection;
}

/** A moment of a library: what it looks like where it begins, and where it is from. It leads to the editor. */
export const MomentCard = memo(function MomentCard({ libraryId, moment, selection }: MomentCardProps) {
  const t = useTranslations("moments");
  const { momentId, fileId, name, startMs, endMs, tags, file } = moment;
  const isSelected = useIsSelected(selection, momentId);
  const isActive = useIsAnySelected(selection);
  const toggle = () => selection.setState((before) => toggled(before, momentId), true);
  return (
    <li className="group/card relative [contain-intrinsic-size:auto_220px] [content-visibility:auto]">
      <Link
        href={`/l/${libraryId}/edit/${fileId}?moment=${momentId}`}
        // While some are selected a click selects, as in the grid of files.
        onClick={(event) => {
          if (!isActive || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          toggle();
        }}
        className="block rounded-card outline-offset-2 focus-visible:outline-2 focus-visible:outline-accent"
      >
        <span
          className={clsx(
            "relative block aspect-video overflow-hidden rounded-card border bg-panel",
            isSelected ? "border-accent shadow-[inset_0_0_0_2px_var(--color-accent)]" : "border-line",
          )}
        >
          {file.sprites ? (
            <SpritePicture sprites={file.sprites} ms={startMs} className="absolute inset-0" />
          ) : file.pictures ? (
            <img
              src={file.pictures.card}
              alt=""
              loading="lazy"
              className="absolute inset-0 size-full object-cover"
            />
          ) : (
            <FileIcon kind={file.kind} className="absolute inset-0 m-auto size-9 text-muted" />
          )}
          {isSelected && <span className="absolute inset-0 bg-selection" />}
          <span className="absolute right-2 bottom-2 rounded-[5px] bg-black/70 px-1.5 py-0.5 text-12 text-white tabular-nums">
            {formatDuration(endMs - startMs)}
          </span>
        </span>
        <span className="mt-2 flex items-center gap-1.5">
          <span className="truncate font-[550]">{name}</span>
          {tags.slice(0, 5).map(({ tagId, color }) => (
            <TagDot key={tagId} color={color} />
          ))}
          <span className="flex-1" />
          <ExportPill job={moment.export} isUnsaved={false} />
        </span>
        <span className="block truncate text-13 text-muted tabular-nums">
          {t("inFile", { length: formatDuration(startMs), file: file.name })}
        </span>
      </Link>
      <button
        type="button"
        aria-pressed={isSelected}
        aria-label={t("select", { name })}
        onClick={toggle}
        className={clsx(
          "absolute top-0 left-0 grid size-10 place-items-center transition-opacity duration-[120ms]",
          isActive ? "opacity-100" : "opacity-0 focus-visible:opacity-100 group-hover/card:opacity-100",
          "[@media(hover:none)]:opacity-100",
        )}
      >
        <span
          className={clsx(
            "grid size-[22px] place-items-center rounded-full",
            isSelected
              ? "bg-accent text-on-accent"
              : "border-2 border-white bg-black/30 shadow-[0_0_3px_rgb(0_0_0/0.6)]",
          )}
        >
          {isSelected && <Check aria-hidden="true" strokeWidth={3} className="size-3.5" />}
        </span>
      </button>
    </li>
  );
});
