import type { Cue, CueWord } from "./cue.ts";
import { foldText, wordsIn } from "./fold.ts";

/** What a term can hit: a cue or a word of one. */
export interface CuePart {
  /** Index of the cue. */
  cue: number;
  startMs: number;
  endMs: number;
  /** 0–100, whole. */
  score: number;
  /** Folded. */
  text: string;
}

/** Cues made ready for many filters. */
export interface CueIndex {
  readonly cues: readonly CuePart[];
  readonly kinds: readonly Cue["kind"][];
  /** The texts of all cues, a line each: one long text is searched faster than many short ones. */
  readonly lines: string;
  /** Where in `lines` the text of each cue begins. */
  readonly lineStarts: readonly number[];
  /** Every word of speech, cue by cue. */
  readonly words: readonly CuePart[];
  /** Where among `words` each word stands. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
}

/** Folds the texts of cues once, so that filters compare and do not prepare. @param cues in any order */
export function indexCues(cues: readonly Cue[]): CueIndex {
  const parts = cues.map(partOf);
  const words = wordsOf(cues, parts);
  const placesOf = new Map<string, number[]>();
  for (const [place, { text }] of words.entries()) {
    const places = placesOf.get(text);
    if (places) places.push(place);
    else placesOf.set(text, [place]);
  }
  let length = 0;
  const lineStarts = parts.map(({ text }) => {
    const start = length;
    length += text.length + 1;
    return start;
  });
  const lines = parts.map(({ text }) => text).join("\n");
  return { cues: parts, kinds: cues.map(({ kind }) => kind), lines, lineStarts, words, placesOf };
}

function wordsOf(cues: readonly Cue[], parts: readonly CuePart[]): CuePart[] {
  const words: CuePart[] = [];
  for (const whole of parts) {
    const cue = cues[whole.cue];
    if (cue?.kind !== "speech") continue;
    const timed = cue.words?.length ? cue.words.map((word) => partOf(word, whole.cue)) : [whole];
    for (const { startMs, endMs, score, text: spoken } of timed)
      for (const text of wordsIn(spoken)) words.push({ cue: whole.cue, startMs, endMs, score, text });
  }
  return words;
}

function partOf({ text, startMs, endMs, score }: Cue | CueWord, cue: number): CuePart {
  return { cue, startMs, endMs, score: percentOf(score), text: foldText(text) };
}

/** Whole, so that what a page shows as 40 % is found by a minimum of 40. What nobody measured counts in full. */
function percentOf(score: number | null): number {
  return score === null ? 100 : Math.min(100, Math.max(0, Math.round(score * 100)));
}
