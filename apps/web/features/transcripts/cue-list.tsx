"use client";

import type { TranscriptCue } from "@alcoves/core/transcripts/schema";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { usePlayhead } from "../editor/use-playhead.ts";
import { cueAt } from "./cue-at.ts";
import { CueEditor } from "./cue-editor.tsx";
import { CueRow } from "./cue-row.tsx";
import type { TranscriptActs } from "./use-transcript-acts.ts";

/** What the list takes. */
interface CueListProps {
  /** By where they begin. */
  cues: readonly TranscriptCue[];
  media: RefObject<HTMLMediaElement | null>;
  source: string | undefined;
  query: string;
  /** The index of the cue where one is among what was found; null for none. */
  hit: number | null;
  mayChange: boolean;
  onSeek(ms: number): void;
  onCorrect: TranscriptActs["correct"];
}

/** Height of a row of one line, px. */
const rowHeightPx = 33;

/** Every line of a transcript, of which only those in view exist. The one that is said stays in view until somebody scrolls away. */
export function CueList({ cues, media, source, query, hit, mayChange, onSeek, onCorrect }: CueListProps) {
  const t = useTranslations("transcripts");
  const scroller = useRef<HTMLElement>(null);
  const [active, setActive] = useState(-1);
  const [isFollowing, setFollowing] = useState(true);
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = editedId === null ? -1 : cues.findIndex(({ segmentId }) => segmentId === editedId);
  const virtualizer = useVirtualizer({
    count: cues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (place) => cues[place]?.segmentId ?? place,
    overscan: 8,
    // What somebody writes is not lost by scrolling.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return edited < 0 || shown.includes(edited) ? shown : [...shown, edited].sort((a, b) => a - b);
    },
  });
  usePlayhead(media, { source, onMove: (ms) => setActive(cueAt(cues, ms)) });

  const { scrollToIndex } = virtualizer;
  const isEditing = editedId !== null;
  useEffect(() => {
    if (active >= 0 && isFollowing && !isEditing) scrollToIndex(active, { align: "center" });
  }, [active, isFollowing, isEditing, scrollToIndex]);
  useEffect(() => {
    if (hit === null) return;
    setFollowing(false);
    scrollToIndex(hit, { align: "center" });
  }, [hit, scrollToIndex]);

  // One function for good: rows stay as they are while it plays.
  const latest = useRef(onSeek);
  latest.current = onSeek;
  const seek = useCallback((ms: number) => {
    setFollowing(true);
    latest.current(ms);
  }, []);
  const leave = () => setFollowing(false);
  return (
    <div
      data-takes-arrows=""
      className="relative flex min-h-0 flex-1 flex-col max-md:h-[50dvh] max-md:flex-none"
    >
      <section
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe).
        tabIndex={0}
        aria-label={t("lines")}
        onWheel={leave}
        onTouchMove={leave}
        onPointerDown={(event) => event.target === event.currentTarget && leave()}
        onKeyDown={({ key }) => /^(Arrow|Page|Home|End)/.test(key) && leave()}
        className="min-h-0 flex-1 overflow-y-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent)]"
      >
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const cue = cues[item.index];
            if (!cue) return null;
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-setsize={cues.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {cue.segmentId === editedId ? (
                  <CueEditor
                    cue={cue}
                    onSave={(change) => onCorrect(cue.segmentId, change)}
                    onClose={() => setEditedId(null)}
                  />
                ) : (
                  <CueRow
                    {...{ cue, query, mayChange }}
                    isActive={item.index === active}
                    isCurrentHit={item.index === hit}
                    onSeek={seek}
                    onEdit={setEditedId}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {!isFollowing && active >= 0 && (
        <Button
          onClick={() => setFollowing(true)}
          className="absolute right-4 bottom-3 bg-raised text-13 shadow-float"
        >
          <LocateFixed aria-hidden="true" className="size-4" />
          {t("follow")}
        </Button>
      )}
    </div>
  );
}
