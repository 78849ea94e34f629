import type { CueIndex, CuePart } from "./cue-index.ts";
import { type FilterTerm, printTerm } from "./filter.ts";
import { foldText, wordsIn } from "./fold.ts";

/** A cue, or words of it, that satisfies a term. */
export interface Hit {
  /** Index of the cue among those that were indexed. */
  cue: number;
  /** The term, as `printTerm` writes it. */
  term: string;
  startMs: number;
  endMs: number;
  /** 0–100, whole; of several words the least. */
  score: number;
}

/** @returns what satisfies a term, by start, end and cue; of hits of one cue at the same times the best */
export function hitsOf(term: FilterTerm, index: CueIndex): Hit[] {
  const name = printTerm(term);
  const hits: Hit[] = [];
  for (const { cue, startMs, endMs, score } of partsOf(term, index))
    if (score >= term.minimum) hits.push({ cue, term: name, startMs, endMs, score });
  return hits.sort((a, b) => inOrder(a, b) || b.score - a.score).filter(isNew);
}

/** Compares hits of one term by their place. */
export function inOrder(a: Hit, b: Hit): number {
  return a.startMs - b.startMs || a.endMs - b.endMs || a.cue - b.cue;
}

function isNew(hit: Hit, at: number, all: readonly Hit[]): boolean {
  const before = all[at - 1];
  return before === undefined || inOrder(before, hit) !== 0;
}

function partsOf({ prefix, value }: FilterTerm, index: CueIndex): readonly CuePart[] {
  const wanted = foldText(value);
  switch (prefix) {
    case "audio":
      return index.cues.filter(({ cue, text }) => text === wanted && index.kinds[cue] === "audio");
    case "text":
      return cuesWith(wanted, index).filter(({ cue }) => index.kinds[cue] === "speech");
    case null:
      return cuesWith(wanted, index);
    case "word":
      return phrasesIn(index, wordsIn(wanted), (last) => index.placesOf.get(last) ?? []);
    case "keyword":
      return phrasesIn(index, wordsIn(wanted), (last) => placesOfBeginning(last, index));
  }
}

/** @returns cues whose text holds another; folded, none of them has a line break */
function cuesWith(wanted: string, { cues, lines, lineStarts }: CueIndex): CuePart[] {
  const found: CuePart[] = [];
  let cue = 0;
  for (let at = lines.indexOf(wanted); at >= 0; at = lines.indexOf(wanted, lineStarts[cue])) {
    while ((lineStarts[cue] ?? lines.length + 1) <= at) cue += 1;
    const part = cues[cue - 1];
    if (part) found.push(part);
    if (cue === cues.length) break;
  }
  return found;
}

function placesOfBeginning(beginning: string, { placesOf }: CueIndex): readonly number[] {
  const places: (readonly number[])[] = [];
  for (const [word, ofWord] of placesOf) if (word.startsWith(beginning)) places.push(ofWord);
  return places.length === 1 ? (places[0] ?? []) : [...Uint32Array.from(places.flat()).sort()];
}

/** @param placesOf finds where the last word of a phrase stands, or what may stand for it; those before it have to be the same */
function phrasesIn(
  { words }: CueIndex,
  phrase: readonly string[],
  placesOf: (last: string) => readonly number[],
): CuePart[] {
  const found: CuePart[] = [];
  for (const place of placesOf(phrase.at(-1) ?? "")) {
    let part = words[place];
    for (let back = 1; part && back < phrase.length; back += 1) {
      const before = words[place - back];
      const isNext = before?.cue === part.cue && before.text === phrase.at(-1 - back);
      part = isNext ? spanning(before, part) : undefined;
    }
    if (part) found.push(part);
  }
  return found;
}

/** @returns a part that reaches over both, as good as the lesser of them */
function spanning(a: CuePart, b: CuePart): CuePart {
  return {
    cue: a.cue,
    startMs: Math.min(a.startMs, b.startMs),
    endMs: Math.max(a.endMs, b.endMs),
    score: Math.min(a.score, b.score),
    text: `${a.text} ${b.text}`,
  };
}
