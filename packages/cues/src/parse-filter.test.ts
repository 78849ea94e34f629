import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Filter, type FilterTerm, filterPrefixes, printFilter } from "./filter.ts";
import { filterErrorMessage } from "./filter-error.ts";
import { foldText, wordsIn } from "./fold.ts";
import { parseFilter } from "./parse-filter.ts";

function filterOf(expression: string): Filter {
  const parsed = parseFilter(expression);
  if (!parsed.ok) throw new Error(`${expression}: ${filterErrorMessage(parsed.error)}`);
  return parsed.filter;
}

const anyValue = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "audio",
      "Word",
      "goal",
      "happy birthday",
      'say "hi"',
      "a\\b",
      "a, b & c: d",
      " x ",
      "40",
      "\n",
      "É",
    ),
  )
  .filter((value) => foldText(value) !== "");
const anyTerm: fc.Arbitrary<FilterTerm> = fc
  .record({
    prefix: fc.constantFrom(null, ...filterPrefixes),
    value: anyValue,
    minimum: fc.oneof(fc.constant(20), fc.integer({ min: 0, max: 100 })),
  })
  .filter(
    ({ prefix, value }) => (prefix !== "word" && prefix !== "keyword") || wordsIn(foldText(value)).length > 0,
  );
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  alternatives: fc.array(fc.array(anyTerm, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
});
/** Texts that are nearly expressions. */
const anyExpression = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(",", "&", ":", '"', "\\", " ", "audio", "word:", "goal", "40", "-1", "101", '"a b"'),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join("")),
);

describe("an expression", () => {
  it("is read into alternatives of terms", () => {
    expect(filterOf("audio:Laughter:40, word:goal")).toEqual({
      alternatives: [
        [{ prefix: "audio", value: "Laughter", minimum: 40 }],
        [{ prefix: "word", value: "goal", minimum: 20 }],
      ],
    });
    expect(filterOf('audio:Applause & "happy birthday"')).toEqual({
      alternatives: [
        [
          { prefix: "audio", value: "Applause", minimum: 20 },
          { prefix: null, value: "happy birthday", minimum: 20 },
        ],
      ],
    });
  });

  it.each([
    ["KEYWORD : goal : 007", { prefix: "keyword", value: "goal", minimum: 7 }],
    ["  happy  birthday  ", { prefix: null, value: "happy  birthday", minimum: 20 }],
    ["audio", { prefix: null, value: "audio", minimum: 20 }],
    ["audio:40", { prefix: "audio", value: "40", minimum: 20 }],
    ['"audio":40', { prefix: null, value: "audio", minimum: 40 }],
    ["audio:audio:0", { prefix: "audio", value: "audio", minimum: 0 }],
    ["12:30", { prefix: null, value: "12", minimum: 30 }],
    ['text:"a \\"b\\" \\\\ c":100', { prefix: "text", value: 'a "b" \\ c', minimum: 100 }],
    ["\\temp:5", { prefix: null, value: "\\temp", minimum: 5 }],
    ['audio:"Chuckle, chortle"', { prefix: "audio", value: "Chuckle, chortle", minimum: 20 }],
    ["text:¿qué?", { prefix: "text", value: "¿qué?", minimum: 20 }],
  ])("%s is one term", (expression, term) => {
    expect(filterOf(expression)).toEqual({ alternatives: [[term]] });
  });

  it.each([
    ["AUDIO : Laughter:20 ,word:goal&x", "audio:Laughter, word:goal & x"],
    ['"goal"', "goal"],
    ['"audio"', "audio"],
    ['"audio":40', '"audio":40'],
    ['" goal"', '" goal"'],
    ['audio:"Gunshot, gunfire":5', 'audio:"Gunshot, gunfire":5'],
  ])("%s is printed as %s", (expression, printed) => {
    expect(printFilter(filterOf(expression))).toBe(printed);
  });

  it("is read back as it was printed", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const printed = printFilter(filter);
        expect(filterOf(printed)).toEqual(filter);
        expect(printFilter(filterOf(printed))).toBe(printed);
      }),
    );
  });

  it("is printed the same after it was read once, or refused at a place inside or just after it", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const parsed = parseFilter(expression);
        if (parsed.ok) {
          const printed = printFilter(parsed.filter);
          expect(filterOf(printed)).toEqual(parsed.filter);
          return;
        }
        const { at, length } = parsed.error;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(at + length).toBeLessThanOrEqual(expression.length);
        expect(filterErrorMessage(parsed.error)).toMatch(/\.$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a malformed expression", () => {
  const many = Array.from({ length: 51 }, () => "a").join(",");
  /** Short enough, but its canonical form, with a space after each comma, is not. */
  const dense = Array.from({ length: 50 }, () => "a".repeat(19)).join(",");

  it.each([
    ["", "empty", 0, 0, "The expression is empty."],
    [" \n ", "empty", 0, 3, "The expression is empty."],
    ["a".repeat(1_001), "too-long", 1_000, 1, "The expression has more than 1000 characters."],
    [dense, "too-long", 999, 0, "The expression has more than 1000 characters."],
    [many, "too-many-terms", 100, 1, "The expression has more than 50 terms."],
    [",", "missing-term", 0, 1, "At character 1 a term is missing."],
    ["a,", "missing-term", 2, 0, "At character 3 a term is missing."],
    ["a, ,b", "missing-term", 3, 1, "At character 4 a term is missing."],
    ["a & ", "missing-term", 4, 0, "At character 5 a term is missing."],
    ["& a", "missing-term", 0, 1, "At character 1 a term is missing."],
    ["a && b", "missing-term", 3, 1, "At character 4 a term is missing."],
    [":40", "missing-term", 0, 1, "At character 1 a term is missing."],
    ["audio:", "missing-value", 6, 0, "At character 7 a value is missing."],
    ["audio: , b", "missing-value", 7, 1, "At character 8 a value is missing."],
    ["audio::40", "missing-value", 6, 1, "At character 7 a value is missing."],
    ['""', "missing-value", 0, 2, "At character 1 a value is missing."],
    ['text:"  "', "missing-value", 5, 4, "At character 6 a value is missing."],
    ["word:!?", "no-word", 5, 2, "At character 6 words are looked for, but !? has no letter and no digit."],
    [
      "keyword:🎉",
      "no-word",
      8,
      2,
      "At character 9 words are looked for, but 🎉 has no letter and no digit.",
    ],
    [
      "sound:Laughter",
      "unknown-prefix",
      0,
      5,
      "At character 1 sound is none of audio, word, keyword and text.",
    ],
    ['a, foo:"b"', "unknown-prefix", 3, 3, "At character 4 foo is none of audio, word, keyword and text."],
    ["foo:40:30", "unknown-prefix", 0, 3, "At character 1 foo is none of audio, word, keyword and text."],
    ["goal:", "missing-minimum", 5, 0, "At character 6 a minimum from 0 to 100 is missing."],
    ["goal:, a", "missing-minimum", 5, 1, "At character 6 a minimum from 0 to 100 is missing."],
    ["goal:101", "bad-minimum", 5, 3, "At character 6 101 is no whole number from 0 to 100."],
    ["goal:-1", "bad-minimum", 5, 2, "At character 6 -1 is no whole number from 0 to 100."],
    ["goal:4.5", "bad-minimum", 5, 3, "At character 6 4.5 is no whole number from 0 to 100."],
    ["word:goal:high", "bad-minimum", 10, 4, "At character 11 high is no whole number from 0 to 100."],
    ['word:goal:"40"', "bad-minimum", 10, 4, 'At character 11 "40" is no whole number from 0 to 100.'],
    ['a, "b', "unclosed-quote", 3, 2, "The quotation mark at character 4 is never closed."],
    ['"a\\', "unclosed-quote", 0, 3, "The quotation mark at character 1 is never closed."],
    [
      '"a\\n"',
      "bad-escape",
      2,
      2,
      "At character 3 \\n means nothing: a backslash stands before a quotation mark or another backslash.",
    ],
    ['"a" b', "unexpected", 4, 1, expect.stringContaining("At character 5 b is not expected")],
    ['say "hi"', "unexpected", 4, 4, expect.stringContaining('At character 5 "hi" is not expected')],
    ["audio:a:40:50", "unexpected", 10, 1, expect.stringContaining("At character 11 : is not expected")],
  ])("%j is refused: %s at %i", (expression, code, at, length, message) => {
    const parsed = parseFilter(expression);
    expect(parsed).toMatchObject({ ok: false, error: { code, at, length } });
    if (!parsed.ok) expect(filterErrorMessage(parsed.error)).toEqual(message);
  });
});
