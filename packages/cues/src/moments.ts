import type { Match } from "./match-filter.ts";

/** A range of a recording, in whole milliseconds, longer than nothing. */
export interface Moment {
  startMs: number;
  endMs: number;
}

/** How moments are cut. All are 0 or more. */
export interface MomentShape {
  /** What is added before and after a match. */
  paddingMs: number;
  /** The length of the recording. */
  durationMs: number;
  /** A moment that is shorter grows on both sides; where the recording ends, on the other. */
  shortestMs: number;
}

/**
 * Makes ranges to play or cut out of matches: each with what comes before and after it, within the recording, and one where they overlap
 * or touch. A match that begins after the end of the recording is left out.
 */
export function momentsOf(
  matches: readonly Pick<Match, "startMs" | "endMs">[],
  shape: MomentShape,
): Moment[] {
  const moments: Moment[] = [];
  const grown = matches
    .filter(({ startMs }) => startMs < Math.floor(shape.durationMs))
    .map((match) => momentOf(match, shape))
    .filter(({ startMs, endMs }) => startMs < endMs)
    .sort((a, b) => a.startMs - b.startMs);
  for (const moment of grown) {
    const before = moments.at(-1);
    if (before && moment.startMs <= before.endMs) before.endMs = Math.max(before.endMs, moment.endMs);
    else moments.push(moment);
  }
  return moments;
}

function momentOf(match: Moment, { paddingMs, durationMs, shortestMs }: MomentShape): Moment {
  const lastMs = Math.floor(durationMs);
  const startMs = Math.max(0, Math.floor(match.startMs - paddingMs));
  const endMs = Math.min(lastMs, Math.ceil(match.endMs + paddingMs));
  const wantedMs = Math.min(lastMs, Math.ceil(shortestMs));
  const missingMs = wantedMs - (endMs - startMs);
  if (missingMs <= 0) return { startMs, endMs };
  const earlierMs = Math.min(lastMs - wantedMs, Math.max(0, startMs - Math.floor(missingMs / 2)));
  return { startMs: earlierMs, endMs: earlierMs + wantedMs };
}
