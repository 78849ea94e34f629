import { shortestMomentMs } from "@alcoves/core/moments/schema";
import { type MomentDraft, put, type Wanted } from "./moment-drafts.ts";

/** Where a moment is. */
export type Range = Pick<MomentDraft, "startMs" | "endMs">;

/** Length of a new moment whose end nobody has given, ms. */
const newLengthMs = 10_000;

/** Moves where a moment begins or ends; it keeps a tenth of a second, inside of the recording. @returns whole ms */
export function moveEdge(range: Range, part: "start" | "end", { ms, durationMs }: Place): Range {
  const at = Math.round(ms);
  if (part === "start") {
    return { ...range, startMs: Math.max(0, Math.min(at, range.endMs - shortestMomentMs)) };
  }
  return { ...range, endMs: Math.min(durationMs, Math.max(at, range.startMs + shortestMomentMs)) };
}

interface Place {
  ms: number;
  durationMs: number;
}

/** Moves a moment as a whole, inside of the recording. @param to.ms where it begins then */
export function moveRange({ startMs, endMs }: Range, { ms, durationMs }: Place): Range {
  const lengthMs = endMs - startMs;
  const start = Math.max(0, Math.min(Math.round(ms), durationMs - lengthMs));
  return { startMs: start, endMs: start + lengthMs };
}

/** @returns where a new moment goes: between two marks, or from one place on; null in a recording that is too short for any */
export function newRange({ fromMs, toMs, durationMs }: NewRange): Range | null {
  if (durationMs < shortestMomentMs) return null;
  const [from, to] =
    toMs === null ? [fromMs, fromMs + newLengthMs] : [fromMs, toMs].toSorted((a, b) => a - b);
  const startMs = Math.round(Math.max(0, Math.min(from ?? 0, durationMs - shortestMomentMs)));
  const endMs = Math.round(Math.min(durationMs, Math.max(to ?? 0, startMs + shortestMomentMs)));
  return { startMs, endMs };
}

interface NewRange {
  fromMs: number;
  /** Null for a moment of the usual length. */
  toMs: number | null;
  durationMs: number;
}

/** Makes two moments of one. @returns null where one of them would be too short */
export function splitMoment(
  wanted: Wanted,
  momentId: string,
  { atMs, newId }: { atMs: number; newId: string },
): Wanted | null {
  const draft = wanted.get(momentId);
  const at = Math.round(atMs);
  if (!draft || at - draft.startMs < shortestMomentMs || draft.endMs - at < shortestMomentMs) return null;
  return put(put(wanted, momentId, { ...draft, endMs: at }), newId, { ...draft, startMs: at });
}

/** @returns the ids of moments in the order of their times */
export function inOrder(wanted: Wanted): string[] {
  return [...wanted]
    .toSorted(([idA, a], [idB, b]) => a.startMs - b.startMs || a.endMs - b.endMs || (idA < idB ? -1 : 1))
    .map(([momentId]) => momentId);
}
