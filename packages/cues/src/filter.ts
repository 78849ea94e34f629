/** Where a term looks. */
export const filterPrefixes = ["audio", "word", "keyword", "text"] as const;
export type FilterPrefix = (typeof filterPrefixes)[number];

/** What counts where a term names no minimum. */
export const defaultMinimum = 20;
/** An expression, as it is written and as it is printed, has at most so many characters (UTF-16 units). */
export const mostCharacters = 1_000;
/** An expression has at most so many terms. */
export const mostTerms = 50;

/** One thing to look for. */
export interface FilterTerm {
  /** Null looks in speech and among the labels of sounds. */
  prefix: FilterPrefix | null;
  /** As it was written; it is compared without case and accents. */
  value: string;
  /** Least score of a hit, 0–100, whole. */
  minimum: number;
}

/**
 * Which moments of a recording are looked for. It is written as an expression:
 *
 *     expression  = alternative { "," alternative }
 *     alternative = term { "&" term }
 *     term        = [ prefix ":" ] value [ ":" minimum ]
 *     prefix      = "audio" | "word" | "keyword" | "text"              in any case
 *     value       = bare | quoted
 *     bare        = characters other than , & : "                       spaces at its ends do not count
 *     quoted      = '"' { character | "\" '"' | "\" "\" } '"'           characters other than " and \
 *     minimum     = whole number from 0 to 100                          20 where there is none
 *
 * Spaces around the signs do not count. A bare word that is a prefix and stands before a colon is the prefix. Examples:
 * `audio:Laughter:40, word:goal` and `audio:Applause & "happy birthday"`.
 *
 * | prefix | hits |
 * | --- | --- |
 * | `audio` | sounds whose label is the value |
 * | `word` | speech with this word, or these words in a row, within one cue |
 * | `keyword` | the same, where of the (last) word the beginning is enough: goal finds goals and goalkeeper |
 * | `text` | speech that holds the value anywhere |
 * | none | speech and labels of sounds that hold the value anywhere |
 */
export interface Filter {
  /** At least one, of at least one term each. */
  alternatives: readonly (readonly FilterTerm[])[];
}

/** @returns the expression of a filter in its one canonical form, which `parseFilter` reads to the same filter */
export function printFilter({ alternatives }: Filter): string {
  return alternatives.map((terms) => terms.map(printTerm).join(" & ")).join(", ");
}

/** @returns the expression of one term, canonical like that of `printFilter` */
export function printTerm({ prefix, value, minimum }: FilterTerm): string {
  const least = minimum === defaultMinimum ? "" : `:${minimum}`;
  const isSafe = value === value.trim() && !/[,&:"]/.test(value);
  const isTakenForPrefix = prefix === null && least !== "" && findPrefix(value) !== undefined;
  const written = isSafe && !isTakenForPrefix ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
  return `${prefix === null ? "" : `${prefix}:`}${written}${least}`;
}

/** @returns the prefix that a word is, in whatever case it is written */
export function findPrefix(word: string): FilterPrefix | undefined {
  const lower = word.toLowerCase();
  return filterPrefixes.find((prefix) => prefix === lower);
}
