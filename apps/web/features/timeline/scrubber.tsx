"use client";

import type { TimelineOutline } from "@alcoves/core/timeline/schema";
import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import { createPace } from "./pace.ts";
import { monthAt, type ScrubberMonth, scrubberMonths, yearMarks, yearOf } from "./scrubber-marks.ts";

/** Where the timeline is: the place of the first file in view among all, 0–1. */
export type TimelinePlace = StoreApi<{ place: number }>;

/** What the scrubber takes. */
interface ScrubberProps {
  outline: TimelineOutline;
  where: TimelinePlace;
  /** Goes to a day: its number in the outline, and how far into it, 0–1. */
  onGo(section: number, part: number): void;
}

/** A drag moves the page this often at most, ms: from one frame to the next nothing on it is the same, and each is drawn anew. */
const followMs = 33;

/** Room that a year takes beside the scrubber, as a part of its height. */
const yearRoom = 0.032;

/** The whole timeline at the right edge: years, how much there is of each month, and a handle that goes anywhere at once. */
export function Scrubber({ outline, where, onGo }: ScrubberProps) {
  const t = useTranslations("timeline");
  const format = useFormatter();
  const track = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<number | null>(null);
  const [pace] = useState(() => createPace(followMs));
  useEffect(() => pace.stop, [pace]);
  const months = useMemo(() => scrubberMonths(outline), [outline]);
  // A drag knows better than the page that follows it.
  const place = useStore(where, (state) => drag ?? state.place);
  const at = monthAt(months, place);
  const name = (month: ScrubberMonth | undefined) =>
    month
      ? format.dateTime(new Date(`${month.month}-01T00:00:00Z`), {
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        })
      : "";

  const goTo = (wanted: number) => {
    const { section, part } = dayAt(outline, wanted);
    onGo(section, part);
  };
  const goToMonth = (number: number) => {
    const month = months[Math.min(months.length - 1, Math.max(0, number))];
    if (month) onGo(month.section, 0);
  };
  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const next = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    setDrag(next);
    pace.run(() => goTo(next));
  };
  const letGo = () => {
    pace.finish();
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const year = months[at] ? yearOf(months[at]) : "";
    const nextYear = months.findIndex((month, number) => number > at && yearOf(month) !== year);
    const lastYear = months.findLastIndex((month, number) => number < at && yearOf(month) !== year);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      PageDown: nextYear === -1 ? months.length - 1 : nextYear,
      PageUp: lastYear === -1 ? 0 : lastYear,
      Home: 0,
      End: months.length - 1,
    };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    goToMonth(next);
  };

  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t("scrubber")}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, months.length - 1)}
      aria-valuenow={at}
      aria-valuetext={name(months[at])}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => drag !== null && follow(event)}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      className="group relative h-full w-14 shrink-0 cursor-row-resize touch-none select-none rounded-control outline-none focus-visible:outline-2 focus-visible:outline-accent max-md:w-9"
    >
      <Marks months={months} />
      <span
        aria-hidden="true"
        style={{ top: `${place * 100}%` }}
        className="absolute right-0 h-[3px] w-7 -translate-y-1/2 rounded-full bg-accent"
      />
      <span
        aria-hidden="true"
        style={{ top: `clamp(16px, ${place * 100}%, calc(100% - 16px))` }}
        className={clsx(
          "pointer-events-none absolute right-9 z-10 -translate-y-1/2 whitespace-nowrap rounded-control border border-line bg-raised px-2.5 py-1 font-semibold text-13 shadow-float transition-opacity duration-[120ms] motion-reduce:transition-none",
          drag === null ? "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" : "opacity-100",
        )}
      >
        {name(months[at])}
      </span>
    </div>
  );
}

/** What does not move while the handle does: a line for each month, and the years. */
const Marks = memo(function Marks({ months }: { months: readonly ScrubberMonth[] }) {
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox="0 0 20 1000"
        preserveAspectRatio="none"
        className="absolute inset-y-0 right-0 h-full w-5 text-muted opacity-60 max-md:opacity-30"
      >
        <path d={marksPath(months)} stroke="currentColor" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      </svg>
      {yearMarks(months, yearRoom).map((month) => (
        <span
          key={month.month}
          aria-hidden="true"
          style={{ top: `${month.place * 100}%` }}
          className="absolute right-6 text-12 text-muted tabular-nums leading-none max-md:hidden"
        >
          {yearOf(month)}
        </span>
      ))}
    </>
  );
});

/** The day at a place of the timeline, and how far into it. */
function dayAt(
  { counts }: Pick<TimelineOutline, "counts">,
  place: number,
): { section: number; part: number } {
  const wanted = place * counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const [section, count] of counts.entries()) {
    if (before + count > wanted) return { section, part: (wanted - before) / count };
    before += count;
  }
  return { section: Math.max(0, counts.length - 1), part: 0 };
}

/** A line for each month, the longer the more there is of it beside the fullest. */
function marksPath(months: readonly ScrubberMonth[]): string {
  const most = Math.max(...months.map(({ share }) => share), Number.MIN_VALUE);
  return months
    .map(
      ({ place, share }) =>
        `M20 ${(place * 1000).toFixed(1)}h${-(4 + 14 * Math.sqrt(share / most)).toFixed(1)}`,
    )
    .join("");
}
