import type { CueIndex } from "@alcoves/cues";
import { stopWords } from "./stop-words.ts";

/** A word and how often it is said. */
export interface TopWord {
  /** Folded: without case and accents. */
  word: string;
  count: number;
}

/** Said less often, a word is no theme. */
const leastCount = 2;

/** @returns the words that are said most often, but those that every talk is full of and numbers */
export function topWords({ placesOf }: CueIndex, most: number): TopWord[] {
  const found: TopWord[] = [];
  for (const [word, { length: count }] of placesOf)
    if (count >= leastCount && isTelling(word)) found.push({ word, count });
  return found.sort((a, b) => b.count - a.count || a.word.localeCompare(b.word)).slice(0, most);
}

/** Letters of alphabets: one alone is none. A sign of Chinese is a word. */
function isTelling(word: string): boolean {
  if (stopWords.has(word) || /^\p{N}+$/u.test(word)) return false;
  return word.length > 2 || /^\p{Script=Han}/u.test(word);
}
