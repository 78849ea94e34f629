"use client";

import type { TranscriptCue } from "@alcoves/core/transcripts/schema";
import clsx from "clsx";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatDuration } from "../files/format-file.ts";
import { markedParts } from "./find-in-transcript.ts";

/** What a row takes. */
interface CueRowProps {
  cue: TranscriptCue;
  /** It is said now. */
  isActive: boolean;
  /** What is looked for; empty for nothing. */
  query: string;
  /** Where one is among what was found. */
  isCurrentHit: boolean;
  mayChange: boolean;
  onSeek(ms: number): void;
  onEdit(segmentId: string): void;
}

/** A line of the transcript: a click goes there, a double click corrects it. */
export const CueRow = memo(function CueRow({ cue, isActive, query, isCurrentHit, ...rest }: CueRowProps) {
  const { mayChange, onSeek, onEdit } = rest;
  const t = useTranslations("transcripts");
  return (
    <div
      className={clsx(
        "group relative border-l-2",
        isActive
          ? "border-accent bg-selection [--muted:color-mix(in_srgb,var(--text)_70%,var(--background))]"
          : "border-transparent hover:bg-panel",
        isCurrentHit && "outline-1 outline-accent -outline-offset-1",
      )}
    >
      <button
        type="button"
        aria-current={isActive ? "true" : undefined}
        onClick={() => onSeek(cue.startMs)}
        onDoubleClick={() => mayChange && onEdit(cue.segmentId)}
        className={clsx(
          "flex w-full gap-3 py-1.5 pr-4 pl-3.5 text-left focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2",
          mayChange && "pr-11",
        )}
      >
        <span className="w-12 shrink-0 pt-px text-13 text-muted tabular-nums">
          {formatDuration(cue.startMs)}
        </span>
        <span className="min-w-0 flex-1 whitespace-pre-line break-words text-14">
          {markedParts(cue.text, query).map((part, place) =>
            place % 2 === 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name than their place.
              <mark key={place} className="rounded-[3px] bg-accent text-on-accent">
                {part}
              </mark>
            ) : (
              part
            ),
          )}
        </span>
      </button>
      {mayChange && (
        <IconButton
          variant="small"
          label={t("correct", { time: formatDuration(cue.startMs) })}
          onClick={() => onEdit(cue.segmentId)}
          className="absolute top-0.5 right-2 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        >
          <Pencil aria-hidden="true" className="size-3.5" />
        </IconButton>
      )}
    </div>
  );
});
