import {
  defaultMinimum,
  type Filter,
  type FilterTerm,
  findPrefix,
  mostCharacters,
  mostTerms,
  printFilter,
} from "./filter.ts";
import { type FilterError, FilterRefusal, refuse } from "./filter-error.ts";
import { type Token, tokensOf } from "./filter-tokens.ts";
import { foldText, wordsIn } from "./fold.ts";

/** Reads the expression of a filter, whose grammar stands at `Filter`. It never throws; of several errors it names the first. */
export function parseFilter(
  expression: string,
): { ok: true; filter: Filter } | { ok: false; error: FilterError } {
  try {
    return { ok: true, filter: readExpression(expression) };
  } catch (caught) {
    if (!(caught instanceof FilterRefusal)) throw caught;
    return { ok: false, error: caught.error };
  }
}

function readExpression(expression: string): Filter {
  if (expression.trim() === "") refuse({ at: 0, length: expression.length }, { code: "empty" });
  const refuseLength = () => {
    const at = Math.min(mostCharacters, expression.length);
    return refuse({ at, length: expression.length - at }, { code: "too-long", most: mostCharacters });
  };
  if (expression.length > mostCharacters) refuseLength();
  const filter = new Parser(expression).expression();
  // Printed, it may have more spaces; what is printed has to be readable.
  return printFilter(filter).length > mostCharacters ? refuseLength() : filter;
}

/** A method for each rule of the grammar, which begins at the next token and leaves what follows. */
class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #terms = 0;

  constructor(expression: string) {
    this.#text = expression;
    this.#tokens = tokensOf(expression);
  }

  expression(): Filter {
    const alternatives = [this.#alternative()];
    while (this.#skip(",")) alternatives.push(this.#alternative());
    const next = this.#peek();
    if (next.type !== "end") refuse(next, { code: "unexpected", found: this.#written(next) });
    return { alternatives };
  }

  #alternative(): FilterTerm[] {
    const terms = [this.#term()];
    while (this.#skip("&")) terms.push(this.#term());
    return terms;
  }

  #term(): FilterTerm {
    const first = this.#peek();
    if (first.type !== "bare" && first.type !== "quoted") return refuse(first, { code: "missing-term" });
    this.#terms += 1;
    if (this.#terms > mostTerms) refuse(first, { code: "too-many-terms", most: mostTerms });
    const prefix = this.#prefix(first);
    const place = this.#peek();
    const value = this.#value();
    if ((prefix === "word" || prefix === "keyword") && wordsIn(foldText(value)).length === 0)
      refuse(place, { code: "no-word", found: this.#written(place) });
    return { prefix, value, minimum: this.#skip(":") ? this.#minimum() : defaultMinimum };
  }

  #prefix(first: Token): FilterTerm["prefix"] {
    if (first.type !== "bare" || this.#peek(1).type !== ":") return null;
    const prefix = findPrefix(first.text);
    if (prefix) {
      this.#at += 2;
      return prefix;
    }
    const second = this.#peek(2);
    const isMinimum = second.type === "bare" && /^[-+]?\d/.test(second.text) && this.#peek(3).type !== ":";
    if ((second.type === "bare" || second.type === "quoted") && !isMinimum)
      refuse(first, { code: "unknown-prefix", found: first.text });
    return null;
  }

  #value(): string {
    const token = this.#peek();
    if ((token.type !== "bare" && token.type !== "quoted") || foldText(token.text) === "")
      return refuse(token, { code: "missing-value" });
    this.#at += 1;
    return token.text;
  }

  #minimum(): number {
    const token = this.#peek();
    if (token.type !== "bare" && token.type !== "quoted") return refuse(token, { code: "missing-minimum" });
    const minimum = token.type === "bare" && /^\d{1,3}$/.test(token.text) ? Number(token.text) : 101;
    if (minimum > 100) refuse(token, { code: "bad-minimum", found: this.#written(token) });
    this.#at += 1;
    return minimum;
  }

  #peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { type: "end", at: this.#text.length, length: 0 };
  }

  /** Steps over a sign. @returns whether it was there */
  #skip(sign: Token["type"]): boolean {
    const isThere = this.#peek().type === sign;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #written({ at, length }: Token): string {
    return this.#text.slice(at, at + length);
  }
}
