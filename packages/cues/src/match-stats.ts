import type { Match } from "./match-filter.ts";

/** What a filter found, in numbers. */
export interface MatchStats {
  count: number;
  totalMs: number;
  longestMs: number;
  /** 0–100; null where nothing was found. */
  meanScore: number | null;
  /** How often each term was hit, most first; a term that was never hit is not among them. */
  hitsOfTerms: { term: string; hits: number }[];
}

/** @param matches of one filter, which do not overlap */
export function statsOf(matches: readonly Match[]): MatchStats {
  const lengths = matches.map(({ startMs, endMs }) => endMs - startMs);
  const hits = new Map<string, number>();
  for (const { evidence } of matches)
    for (const { term } of evidence) hits.set(term, (hits.get(term) ?? 0) + 1);
  return {
    count: matches.length,
    totalMs: lengths.reduce((sum, lengthMs) => sum + lengthMs, 0),
    longestMs: lengths.reduce((most, lengthMs) => Math.max(most, lengthMs), 0),
    meanScore:
      matches.length === 0 ? null : matches.reduce((sum, { score }) => sum + score, 0) / matches.length,
    hitsOfTerms: [...hits]
      .map(([term, count]) => ({ term, hits: count }))
      .sort((a, b) => b.hits - a.hits || (a.term < b.term ? -1 : 1)),
  };
}
