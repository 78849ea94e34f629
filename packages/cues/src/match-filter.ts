import type { CueIndex } from "./cue-index.ts";
import { type Filter, type FilterTerm, printTerm } from "./filter.ts";
import { type Hit, hitsOf, inOrder } from "./hits.ts";
import { PassingHits } from "./passing-hits.ts";

/** A stretch of a recording that a filter matches. */
export interface Match {
  startMs: number;
  endMs: number;
  /** 0–100, whole. */
  score: number;
  /** Why: each hit once, by start, end, cue and term. */
  evidence: readonly Hit[];
}

/** How near to each other the terms of an alternative have to be met, unless asked otherwise. */
export const usualWindowMs = 5_000;

/**
 * Finds what a filter matches.
 *
 * A **hit** is a cue, or the words in it that a term asks for, whose score is the term's minimum or more. Scores are counted from 0 to 100
 * in whole numbers; what nobody measured counts 100. `word` and `keyword` hit words, with their own times and the least of their scores,
 * where the cue has words; elsewhere, and for all other terms, the cue itself is the hit.
 *
 * An **alternative** is met by every choice of one hit for each of its terms whose latest start − earliest end ≤ `windowMs`. Such a choice
 * matches from its earliest start to its latest end, with the least of its scores. One hit may stand for several terms.
 *
 * **Matches** of all alternatives that overlap or touch become one, with the best of their scores and the hits of all of them.
 *
 * Choices are many, but never listed: hits meet exactly when one instant has all of them in reach (each has begun, and ended at most
 * `windowMs` ago), and what any instant has in reach belongs to one match. Time: about that of sorting the hits.
 * @param options.windowMs 0 or more
 */
export function matchFilter(
  { alternatives }: Filter,
  index: CueIndex,
  { windowMs = usualWindowMs }: { windowMs?: number } = {},
): Match[] {
  const known = new Map<string, readonly Hit[]>();
  const find = (term: FilterTerm) => {
    const name = printTerm(term);
    const hits = known.get(name) ?? hitsOf(term, index);
    known.set(name, hits);
    return hits;
  };
  const matches = alternatives.flatMap((terms) => meet(terms.map(find), windowMs));
  return mergeTouching(matches.sort((a, b) => a.startMs - b.startMs)).map((match) => ({
    ...match,
    evidence: inOrderOnce(match.evidence),
  }));
}

interface OpenMatch {
  startMs: number;
  endMs: number;
  score: number;
  evidence: Hit[];
}

/** @param hits of each term, by start @returns what they match together, by start */
function meet(hits: readonly (readonly Hit[])[], windowMs: number): OpenMatch[] {
  if (hits.some(({ length }) => length === 0)) return [];
  const [alone, ...others] = hits;
  if (alone && others.length === 0)
    return alone.map((hit) => ({
      startMs: hit.startMs,
      endMs: hit.endMs,
      score: hit.score,
      evidence: [hit],
    }));
  // In the order of evidence, which then needs hardly any sorting.
  const inTurn = hits.toSorted((a, b) => compare(a[0]?.term ?? "", b[0]?.term ?? ""));
  const terms = inTurn.map((ofTerm) => new PassingHits(ofTerm, windowMs));
  const matches: OpenMatch[] = [];
  for (let instantMs = nextOf(terms); instantMs < Number.POSITIVE_INFINITY; instantMs = nextOf(terms)) {
    let met = 0;
    for (const term of terms) if (term.moveTo(instantMs)) met += 1;
    if (met < terms.length) continue;
    const match: OpenMatch = { startMs: instantMs, endMs: instantMs, score: 100, evidence: [] };
    for (const term of terms) {
      match.startMs = Math.min(match.startMs, term.startMs);
      match.endMs = Math.max(match.endMs, term.endMs);
      match.score = Math.min(match.score, term.score);
      term.take(match.evidence);
    }
    matches.push(match);
  }
  return matches;
}

function nextOf(terms: readonly PassingHits[]): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const term of terms) nextMs = Math.min(nextMs, term.nextMs);
  return nextMs;
}

/** Makes one match of those that overlap or touch. @param matches by start */
function mergeTouching(matches: readonly OpenMatch[]): OpenMatch[] {
  const apart: OpenMatch[] = [];
  for (const match of matches) {
    const last = apart.at(-1);
    if (!last || match.startMs > last.endMs) {
      apart.push(match);
      continue;
    }
    last.endMs = Math.max(last.endMs, match.endMs);
    last.score = Math.max(last.score, match.score);
    for (const hit of match.evidence) last.evidence.push(hit);
  }
  return apart;
}

/** @returns each hit once: alternatives that share a term share its hits */
function inOrderOnce(hits: Hit[]): Hit[] {
  return hits
    .sort((a, b) => inOrder(a, b) || compare(a.term, b.term))
    .filter((hit, at) => hit !== hits[at - 1]);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
