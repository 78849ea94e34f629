import { mostMomentsAtOnce } from "@alcoves/core/moments/schema";
import { type Match, type Moment, momentsOf } from "@alcoves/cues";

/** A match is rarely all that one wants to see: so much comes before and after it, ms. */
const paddingMs = 1_000;
const shortestMs = 3_000;

/** What matches become. */
export interface MatchMoments {
  /** Ranges that are no moments yet, in the order of time; as many as one save takes. */
  ranges: Moment[];
  /** Whether more were left out. */
  isCut: boolean;
}

/** @param there ranges that are moments already: to ask twice makes nothing twice */
export function momentsOfMatches(
  matches: readonly Match[],
  { durationMs, there }: { durationMs: number; there: Iterable<Moment> },
): MatchMoments {
  const known = new Set([...there].map(keyOf));
  const fresh = momentsOf(matches, { paddingMs, durationMs, shortestMs }).filter(
    (range) => !known.has(keyOf(range)),
  );
  return { ranges: fresh.slice(0, mostMomentsAtOnce), isCut: fresh.length > mostMomentsAtOnce };
}

function keyOf({ startMs, endMs }: Moment): string {
  return `${startMs}–${endMs}`;
}
