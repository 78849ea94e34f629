import type { Wanted } from "./moment-drafts.ts";
import { pxAt, type TimelineView } from "./timeline-view.ts";

/** A moment as a bar of the timeline. */
export interface MomentBar {
  momentId: string;
  name: string;
  startMs: number;
  endMs: number;
  /** Moments that overlap lie in lanes, one below the other. */
  lane: number;
}

/** More lanes would be too thin to be hit: what comes after shares the last. */
const mostLanes = 4;

/** Lays moments out: each in the first lane that is free. @returns by where they begin, and how many lanes there are */
export function layOutBars(wanted: Wanted): { bars: MomentBar[]; lanes: number } {
  const sorted = [...wanted]
    .map(([momentId, { name, startMs, endMs }]) => ({ momentId, name, startMs, endMs }))
    .toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.momentId < b.momentId ? -1 : 1));
  const ends: number[] = [];
  const bars = sorted.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.startMs);
    const lane = free >= 0 ? free : Math.min(ends.length, mostLanes - 1);
    ends[lane] = Math.max(ends[lane] ?? 0, bar.endMs);
    return { ...bar, lane };
  });
  return { bars, lanes: Math.max(1, ends.length) };
}

/** What of a bar is under a pointer. */
export interface BarHit {
  momentId: string;
  part: "start" | "end" | "body";
}

/** How near an edge a pointer has to be, px; a finger is wider. */
const reachPx = { fine: 6, coarse: 16 };

/**
 * Finds the bar under a pointer: an edge before a body, and of the selected moment before others.
 * @param at.lane the lane under the pointer, by layOutBars
 */
export function hitBar(
  bars: readonly MomentBar[],
  view: TimelineView,
  at: { px: number; lane: number; selectedId: string | null; isCoarse: boolean },
): BarHit | null {
  const reach = at.isCoarse ? reachPx.coarse : reachPx.fine;
  const candidates = bars
    .filter(({ lane }) => lane === at.lane)
    .toSorted((a, b) => Number(b.momentId === at.selectedId) - Number(a.momentId === at.selectedId));
  for (const { momentId, startMs, endMs } of candidates) {
    const [left, right] = [pxAt(view, startMs), pxAt(view, endMs)];
    // A thin bar keeps a middle to be taken by.
    const edge = Math.min(reach, Math.max(2, (right - left) / 3));
    if (Math.abs(at.px - right) <= (at.px > right ? reach : edge)) return { momentId, part: "end" };
    if (Math.abs(at.px - left) <= (at.px < left ? reach : edge)) return { momentId, part: "start" };
    if (at.px > left && at.px < right) return { momentId, part: "body" };
  }
  return null;
}
