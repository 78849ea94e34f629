"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useState } from "react";
import { seek as seekMedia } from "../viewer/act-on-media.ts";
import { makeId } from "./make-id.ts";
import type { BarHit } from "./moment-bars.ts";
import { type MomentDraft, put } from "./moment-drafts.ts";
import { inOrder, moveEdge, moveRange, newRange, splitMoment } from "./moment-edits.ts";
import { snap } from "./snap.ts";
import type { Editing } from "./use-editing.ts";

/** What acts act on. */
interface ActsOptions {
  media: RefObject<HTMLVideoElement | null>;
  durationMs: number;
  editing: Editing;
  selectedId: string | null;
  select(momentId: string | null): void;
  mayMake: boolean;
  mayChange(momentId: string): boolean;
  onLoop(momentId: string): void;
}

/** Everything that keys, buttons and pointers do with moments. */
export function useEditorActs({ media, durationMs, editing, selectedId, select, ...rest }: ActsOptions) {
  const { mayMake, mayChange, onLoop } = rest;
  const t = useTranslations("editor");
  const { edit } = editing;
  const { wanted } = editing.state;
  const [markMs, setMarkMs] = useState<number | null>(null);
  const [isSnapping, setSnapping] = useState(true);
  const draft = (selectedId !== null && wanted.get(selectedId)) || null;
  const isOpen = selectedId !== null && draft !== null && mayChange(selectedId);

  // Up, not down: a frame is shown from its own time on, and a time below it names the frame before.
  const playheadMs = () => Math.ceil((media.current?.currentTime ?? 0) * 1_000);
  const seek = useCallback(
    (ms: number) => {
      if (media.current) seekMedia(media.current, ms / 1_000);
    },
    [media],
  );
  const change = (momentId: string, next: MomentDraft, subject: string | null) =>
    edit((before) => put(before, momentId, next), subject && `${subject}:${momentId}`);
  const make = (fromMs: number, toMs: number | null) => {
    const range = mayMake ? newRange({ fromMs, toMs, durationMs }) : null;
    if (!range) return;
    const momentId = makeId();
    const name = t("newName", { number: wanted.size + 1 });
    change(momentId, { name, description: "", tags: [], ...range }, null);
    setMarkMs(null);
    select(momentId);
  };
  const trim = (part: "start" | "end") => {
    if (isOpen)
      change(selectedId, { ...draft, ...moveEdge(draft, part, { ms: playheadMs(), durationMs }) }, null);
  };
  const open = (momentId: string) => {
    const next = wanted.get(momentId);
    select(momentId);
    if (next) seek(next.startMs);
  };
  const step = (by: 1 | -1) => {
    const ids = inOrder(wanted);
    const at = selectedId === null ? -1 : ids.indexOf(selectedId);
    const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : at + by];
    if (next !== undefined) open(next);
  };

  return {
    markMs,
    seek,
    change,
    open,
    step,
    /** From the mark to the playhead where there is one, else of the usual length. */
    add: () => (markMs === null ? make(playheadMs(), null) : make(markMs, playheadMs())),
    /** Makes moments of ranges, in one edit. */
    addMany(ranges: readonly { startMs: number; endMs: number }[], name: string) {
      if (!mayMake || ranges.length === 0) return;
      edit((before) => {
        const next = new Map(before);
        for (const range of ranges)
          next.set(makeId(), { name: `${name} ${next.size + 1}`, description: "", tags: [], ...range });
        return next;
      });
    },
    markIn: () => (draft ? trim("start") : setMarkMs(playheadMs())),
    markOut: () => (draft ? trim("end") : markMs !== null && make(markMs, playheadMs())),
    split() {
      if (!isOpen || !mayMake) return;
      const newId = makeId();
      const next = splitMoment(wanted, selectedId, { atMs: playheadMs(), newId });
      if (!next) return;
      edit(() => next);
      select(newId);
    },
    remove() {
      if (!isOpen) return;
      edit((before) => put(before, selectedId, undefined));
      select(null);
    },
    loop: () => selectedId !== null && onLoop(selectedId),
    deselect() {
      setMarkMs(null);
      select(null);
    },
    nudge(ms: number) {
      if (!isOpen) return seek(playheadMs() + Math.sign(ms) * 5_000);
      const moved = moveRange(draft, { ms: draft.startMs + ms, durationMs });
      change(selectedId, { ...draft, ...moved }, "nudge");
    },
    toggleSnap: () => setSnapping((before) => !before),
    isSnapping,
    drag({ hit, ms, dragId, reachMs }: { hit: BarHit; ms: number; dragId: number; reachMs: number }) {
      const before = wanted.get(hit.momentId);
      if (!before) return;
      const places = isSnapping ? [0, durationMs, playheadMs(), ...edgesBut(hit.momentId, [...wanted])] : [];
      const range =
        hit.part === "body"
          ? moveRange(before, {
              ms: snapEither(ms, before.endMs - before.startMs, { places, reachMs }),
              durationMs,
            })
          : moveEdge(before, hit.part, { ms: snap(ms, places, reachMs), durationMs });
      change(hit.momentId, { ...before, ...range }, `drag ${dragId}`);
      // One sees the frame that a moment is trimmed to.
      if (hit.part !== "body")
        seekBetweenFrames(media.current, hit.part === "start" ? range.startMs : range.endMs);
    },
  };
}

/** What `useEditorActs` gives. */
export type EditorActs = ReturnType<typeof useEditorActs>;

function edgesBut(momentId: string, moments: [string, MomentDraft][]): number[] {
  return moments.flatMap(([id, { startMs, endMs }]) => (id === momentId ? [] : [startMs, endMs]));
}

/** Draws a moment as a whole by whichever of its edges is nearer to a place. @returns where it begins */
function snapEither(
  startMs: number,
  lengthMs: number,
  { places, reachMs }: { places: number[]; reachMs: number },
): number {
  const byStart = snap(startMs, places, reachMs) - startMs;
  const byEnd = snap(startMs + lengthMs, places, reachMs) - startMs - lengthMs;
  if (byStart === 0) return startMs + byEnd;
  if (byEnd === 0) return startMs + byStart;
  return startMs + (Math.abs(byStart) <= Math.abs(byEnd) ? byStart : byEnd);
}

/** A player that still looks for the frame before is left to it: the next movement asks again. */
function seekBetweenFrames(media: HTMLVideoElement | null, ms: number): void {
  if (media && !media.seeking) seekMedia(media, ms / 1_000);
}
