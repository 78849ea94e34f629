"use client";

import type { FileDetails, JobState } from "@alcoves/core/files/schema";
import clsx from "clsx";
import { memo, type ReactNode } from "react";
import { TagDot } from "../tags/tag-dot.tsx";
import { SpritePicture } from "../viewer/sprite-picture.tsx";
import { ExportPill } from "./export-pill.tsx";
import { formatTime } from "./format-time.ts";
import type { MomentDraft } from "./moment-drafts.ts";

/** What a row takes. */
interface MomentRowProps {
  momentId: string;
  draft: MomentDraft;
  sprites: FileDetails["sprites"];
  job: JobState | undefined;
  isSelected: boolean;
  isUnsaved: boolean;
  onSelect(momentId: string): void;
  /** Shown below it. */
  children?: ReactNode;
}

/** A moment of the list. */
export const MomentRow = memo(function MomentRow({ momentId, draft, sprites, ...rest }: MomentRowProps) {
  const { job, isSelected, isUnsaved, onSelect, children } = rest;
  return (
    <li
      data-moment={momentId}
      className={clsx(
        "border-line border-b", // On the selection the muted colour of the page has too little contrast (WCAG 1.4.3).
        isSelected
          ? "bg-selection [--muted:color-mix(in_srgb,var(--text)_70%,var(--background))]"
          : "hover:bg-panel",
      )}
    >
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => onSelect(momentId)}
        className="flex w-full items-center gap-3 px-4 py-2 text-left focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2"
      >
        {sprites && (
          <SpritePicture sprites={sprites} ms={draft.startMs} className="h-12 w-[84px] rounded-[5px]" />
        )}
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5">
            <span className="truncate font-[550]">{draft.name}</span>
            {draft.tags.slice(0, 5).map(({ tagId, color }) => (
              <TagDot key={tagId} color={color} />
            ))}
          </span>
          <span className="block truncate text-13 text-muted tabular-nums">
            {formatTime(draft.startMs)} – {formatTime(draft.endMs)}
          </span>
        </span>
        <ExportPill job={job} isUnsaved={isUnsaved} />
      </button>
      {children}
    </li>
  );
});
