import type { mostCharacters, mostTerms } from "./filter.ts";

/** What is wrong. `found` is the piece as it was written. */
type Fault =
  | { code: "empty" }
  | { code: "too-long"; most: typeof mostCharacters }
  | { code: "too-many-terms"; most: typeof mostTerms }
  | { code: "missing-term" }
  | { code: "missing-value" }
  /** Words are looked for, and there is no letter and no digit. */
  | { code: "no-word"; found: string }
  | { code: "unknown-prefix"; found: string }
  | { code: "missing-minimum" }
  | { code: "bad-minimum"; found: string }
  | { code: "unclosed-quote" }
  | { code: "bad-escape"; found: string }
  | { code: "unexpected"; found: string };

/** Why an expression is no filter, and where: `at` from 0, in UTF-16 units; `length` 0 where something is missing at the end. */
export type FilterError = { at: number; length: number } & Fault;
export type FilterErrorCode = FilterError["code"];

/** Carries an error out of the depth of a parser; `parseFilter` catches it. */
export class FilterRefusal extends Error {
  constructor(readonly error: FilterError) {
    super(error.code);
  }
}

/** @throws FilterRefusal always. @param place of what is wrong */
export function refuse({ at, length }: { at: number; length: number }, fault: Fault): never {
  throw new FilterRefusal({ at, length, ...fault });
}

/** @returns an error as an English sentence, for those who read no codes */
export function filterErrorMessage(error: FilterError): string {
  const place = `At character ${error.at + 1}`;
  switch (error.code) {
    case "empty":
      return "The expression is empty.";
    case "too-long":
      return `The expression has more than ${error.most} characters.`;
    case "too-many-terms":
      return `The expression has more than ${error.most} terms.`;
    case "missing-term":
      return `${place} a term is missing.`;
    case "missing-value":
      return `${place} a value is missing.`;
    case "no-word":
      return `${place} words are looked for, but ${error.found} has no letter and no digit.`;
    case "unknown-prefix":
      return `${place} ${error.found} is none of audio, word, keyword and text.`;
    case "missing-minimum":
      return `${place} a minimum from 0 to 100 is missing.`;
    case "bad-minimum":
      return `${place} ${error.found} is no whole number from 0 to 100.`;
    case "unclosed-quote":
      return `The quotation mark at character ${error.at + 1} is never closed.`;
    case "bad-escape":
      return `${place} ${error.found} means nothing: a backslash stands before a quotation mark or another backslash.`;
    case "unexpected":
      return `${place} ${error.found} is not expected: put a comma or & between terms, and quotation marks around the whole value.`;
  }
}
