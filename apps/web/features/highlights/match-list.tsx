"use client";

import type { Cue, Match } from "@alcoves/cues";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { formatTime } from "../editor/format-time.ts";
import { evidenceOf } from "./evidence-of.ts";

/** What the list takes. */
interface MatchListProps {
  label: string;
  matches: readonly Match[];
  cues: readonly Cue[];
  onSeek(ms: number): void;
  /** Null for those who may make no moments. */
  onMake: ((match: Match) => void) | null;
}

/** Height of a row, px. */
const rowPx = 60;

/** What a highlight found, in the order of time, each with why. Only the rows in view are there. */
export function MatchList({ label, matches, cues, onSeek, onMake }: MatchListProps) {
  const t = useTranslations("highlights");
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: matches.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto max-md:max-h-[60dvh] max-md:flex-none">
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const match = matches[index];
          if (!match) return null;
          return (
            <li
              key={index}
              aria-setsize={matches.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 flex items-center border-line border-b hover:bg-panel"
              style={{ height: rowPx, transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                onClick={() => onSeek(match.startMs)}
                className="flex h-full min-w-0 flex-1 flex-col justify-center px-4 text-left focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2"
              >
                <span className="truncate text-13">{evidenceOf(match, cues)}</span>
                <span className="text-13 text-muted tabular-nums">
                  {formatTime(match.startMs)} – {formatTime(match.endMs)} ·{" "}
                  {t("score", { score: match.score })}
                </span>
              </button>
              {onMake && (
                <IconButton label={t("makeOne")} onClick={() => onMake(match)} className="mr-2">
                  <Plus aria-hidden="true" className="size-4" />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
