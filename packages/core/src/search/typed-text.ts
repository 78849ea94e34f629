/** What somebody typed, as the statements take it. */
export interface TypedText {
  /** As typed; the database folds its letter case, as it does that of names. */
  text: string;
  /** A LIKE pattern for each word: a name that holds all of them holds the text. Empty when no index could find them. */
  wordPatterns: string[];
  /** A regular expression of the first word where a word begins. */
  wordStart: string;
  /** LIKE patterns of the text with two neighbouring letters swapped; null for a text that is too short or no word to be misspelt. */
  swapped: string[] | null;
}

/** More words narrow nothing further; those behind are left out. */
export const mostWords = 6;
/** Shorter words are alike to too many. */
const leastAlike = 4;
/** Longer texts are found by what they share with a name. */
const mostAlike = 40;

/** Takes apart what somebody typed: nothing of it is a pattern. */
export function readTypedText(text: string): TypedText {
  const words = text.split(" ").slice(0, mostWords);
  return {
    text,
    wordPatterns: words.some(hasTrigram) ? words.map(holding) : [],
    wordStart: `(^|[^[:alnum:]])${(words[0] ?? "").replace(/[^\p{L}\p{N}]/gu, "[$&]").replace(/\[([\\^])\]/g, "\\$1")}`,
    swapped: isMisspellable(text) ? swapsOf(text).map(holding) : null,
  };
}

/** @returns the LIKE pattern of what holds the text, whose own signs stand for themselves */
function holding(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * @returns whether pg_trgm takes a trigram from a word that may stand anywhere: three letters or digits in a row, or some behind a
 * sign, where it knows that a word begins
 */
function hasTrigram(word: string): boolean {
  return /[\p{L}\p{N}]{3}|[^\p{L}\p{N}][\p{L}\p{N}]/u.test(word);
}

/** Digits are looked for as they are: nearly the same date is another date. */
function isMisspellable(text: string): boolean {
  const { length } = text;
  return length >= leastAlike && length <= mostAlike && /^[\p{L}\p{M} ]+$/u.test(text);
}

function swapsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).flatMap((letter, index) => {
    const before = letters[index];
    if (before === undefined || before === letter || before === " " || letter === " ") return [];
    return [[...letters.slice(0, index), letter, before, ...letters.slice(index + 2)].join("")];
  });
}
