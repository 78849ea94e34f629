import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cue, CueWord } from "./cue.ts";
import { indexCues } from "./cue-index.ts";
import { type Filter, type FilterTerm, filterPrefixes, printTerm } from "./filter.ts";
import { type Match, matchFilter } from "./match-filter.ts";
import { parseFilter } from "./parse-filter.ts";

type Found = Match["evidence"][number];

function find(expression: string, cues: readonly Cue[], options?: { windowMs?: number }): Match[] {
  const parsed = parseFilter(expression);
  if (!parsed.ok) throw new Error(`${expression}: ${parsed.error.code}`);
  return matchFilter(parsed.filter, indexCues(cues), options);
}

const speech = (startMs: number, text: string, more: Partial<Cue> = {}): Cue => ({
  kind: "speech",
  startMs,
  endMs: startMs + 1_000,
  text,
  score: 0.9,
  ...more,
});
const sound = (startMs: number, text: string, score: number | null = 0.5): Cue => ({
  ...speech(startMs, text, { score }),
  kind: "audio",
});
const word = (startMs: number, text: string, score: number | null = 0.8): CueWord => ({
  startMs,
  endMs: startMs + 100,
  text,
  score,
});

describe("a term", () => {
  const cues = [
    speech(0, "What a GOAL, by the goalkeeper!"),
    sound(2_000, "Chuckle, chortle"),
    speech(4_000, "Près du gâteau"),
    sound(6_000, "Goal horn", null),
    speech(8_000, "audio of own goals", { score: 0.1 }),
  ];
  it.each([
    ["word:goal", [0]],
    ["word:goa", []],
    ["word:goal:0", [0]],
    ['word:"a goal by"', [0]],
    ['word:"goal goalkeeper"', []],
    ["keyword:goal", [0]],
    ["keyword:goal:0", [0, 4]],
    ['keyword:"own go":10', [4]],
    ["text:oal", [0]],
    ["text:chuckle", []],
    ["goal", [0, 3]],
    ["gateau", [2]],
    ["audio:goal", []],
    ["audio:GOAL HORN:100", [3]],
    ['audio:"chuckle, chortle":50', [1]],
    ['audio:"chuckle, chortle":51', []],
    ['text:"audio of":10', [4]],
  ])("%s hits cues %j", (expression, hit) => {
    const found = find(expression, cues);
    expect(found.flatMap(({ evidence }) => evidence.map(({ cue }) => cue))).toEqual(hit);
  });

  it("hits words at their own times and scores, a row of them as the least", () => {
    const cue = speech(0, "a happy birthday", {
      words: [word(100, "a"), word(300, " Happy", 0.7), word(500, " birthday!", 0.295)],
    });
    expect(find("word:happy", [cue])).toMatchObject([{ startMs: 300, endMs: 400, score: 70 }]);
    expect(find('"happy birthday"', [cue])).toMatchObject([{ startMs: 0, endMs: 1_000, score: 90 }]);
    expect(find('word:"happy birthday":30', [cue])).toMatchObject([{ startMs: 300, endMs: 600, score: 30 }]);
    expect(find("keyword:birth:31", [cue])).toEqual([]);
  });
});

describe("an alternative", () => {
  it("matches where its terms are met within the window, from the earliest start to the latest end", () => {
    const cues = [sound(0, "Laughter"), speech(6_000, "goal")];
    expect(find("audio:Laughter & goal", cues)).toEqual([
      {
        startMs: 0,
        endMs: 7_000,
        score: 50,
        evidence: [
          { cue: 0, term: "audio:Laughter", startMs: 0, endMs: 1_000, score: 50 },
          { cue: 1, term: "goal", startMs: 6_000, endMs: 7_000, score: 90 },
        ],
      },
    ]);
    expect(find("audio:Laughter & goal", cues, { windowMs: 4_999 })).toEqual([]);
  });

  it("does not chain: all of its terms are within one window", () => {
    const cues = [speech(0, "one"), speech(4_000, "two"), speech(8_000, "three")];
    expect(find("one & two & three", cues)).toEqual([]);
    expect(find("one & two & three", cues, { windowMs: 7_000 })).toHaveLength(1);
  });

  it("is met by one cue that satisfies several terms", () => {
    expect(find("happy & birthday", [speech(0, "happy birthday")])).toMatchObject([
      { startMs: 0, endMs: 1_000, evidence: [{ term: "birthday" }, { term: "happy" }] },
    ]);
  });
});

describe("matches", () => {
  it("that touch become one with the best score; those apart stay two", () => {
    const cues = [sound(0, "Laughter", 0.4), sound(1_000, "Laughter", 0.8), sound(2_001, "Laughter", 0.6)];
    expect(find("audio:Laughter", cues)).toMatchObject([
      { startMs: 0, endMs: 2_000, score: 80, evidence: [{ cue: 0 }, { cue: 1 }] },
      { startMs: 2_001, endMs: 3_001, score: 60 },
    ]);
  });

  it("name a hit once, however many alternatives ask for it", () => {
    expect(find("goal, goal & goal, own & goal", [speech(0, "own goal")])[0]?.evidence).toHaveLength(2);
  });
});

/** What the docstring of `matchFilter` says, word by word: every choice is listed. */
function model({ alternatives }: Filter, cues: readonly Cue[], windowMs: number): Match[] {
  const choices = alternatives.flatMap((terms) =>
    terms
      .reduce<Found[][]>(
        (chosen, term) => {
          const hits = modelHits(term, cues);
          return chosen.flatMap((before) => hits.map((hit) => [...before, hit]));
        },
        [[]],
      )
      .map((evidence) => ({
        startMs: Math.min(...evidence.map(({ startMs }) => startMs)),
        endMs: Math.max(...evidence.map(({ endMs }) => endMs)),
        score: Math.min(...evidence.map(({ score }) => score)),
        evidence,
      }))
      .filter(
        ({ evidence }) =>
          evidence.length === 1 ||
          Math.max(...evidence.map(({ startMs }) => startMs)) -
            Math.min(...evidence.map(({ endMs }) => endMs)) <=
            windowMs,
      ),
  );
  let matches: Match[] = choices;
  for (let pair = touching(matches); pair; pair = touching(matches)) {
    const [a, b] = pair;
    matches = [...matches.filter((match) => match !== a && match !== b), union(a, b)];
  }
  return matches
    .map((match) => ({ ...match, evidence: unique(match.evidence) }))
    .sort((a, b) => a.startMs - b.startMs);
}

function touching(matches: readonly Match[]): [Match, Match] | undefined {
  for (const [at, a] of matches.entries()) {
    const b = matches.slice(at + 1).find((other) => a.startMs <= other.endMs && other.startMs <= a.endMs);
    if (b) return [a, b];
  }
  return undefined;
}

const union = (a: Match, b: Match): Match => ({
  startMs: Math.min(a.startMs, b.startMs),
  endMs: Math.max(a.endMs, b.endMs),
  score: Math.max(a.score, b.score),
  evidence: [...a.evidence, ...b.evidence],
});

function unique(evidence: readonly Found[]): Found[] {
  const known = new Map(evidence.map((hit) => [JSON.stringify(hit), hit]));
  return [...known.values()].sort(
    (a, b) =>
      a.startMs - b.startMs ||
      a.endMs - b.endMs ||
      a.cue - b.cue ||
      (a.term < b.term ? -1 : a.term > b.term ? 1 : 0),
  );
}

/** The texts of the model are plain lower-case words with spaces between them. */
function modelHits(term: FilterTerm, cues: readonly Cue[]): Found[] {
  const found = cues.flatMap((cue, at) => {
    const hit = (startMs: number, endMs: number, scores: (number | null)[]): Found => ({
      cue: at,
      term: printTerm(term),
      startMs,
      endMs,
      score: Math.min(...scores.map((score) => (score === null ? 100 : Math.round(score * 100)))),
    });
    const whole = hit(cue.startMs, cue.endMs, [cue.score]);
    if (term.prefix === null) return cue.text.includes(term.value) ? [whole] : [];
    if (term.prefix === "audio") return cue.kind === "audio" && cue.text === term.value ? [whole] : [];
    if (cue.kind === "audio") return [];
    if (term.prefix === "text") return cue.text.includes(term.value) ? [whole] : [];
    const words = cue.words ?? cue.text.split(" ").map((text) => ({ ...cue, text }));
    const phrase = term.value.split(" ");
    return words.flatMap((_, first) => {
      const row = words.slice(first, first + phrase.length);
      const isHit =
        row.length === phrase.length &&
        row.every(({ text }, place) =>
          term.prefix === "keyword" && place === phrase.length - 1
            ? text.startsWith(phrase[place] ?? " ")
            : text === phrase[place],
        );
      if (!isHit) return [];
      const times = row.flatMap(({ startMs, endMs }) => [startMs, endMs]);
      return [
        hit(
          Math.min(...times),
          Math.max(...times),
          row.map(({ score }) => score),
        ),
      ];
    });
  });
  const best = new Map<string, Found>();
  for (const hit of found.filter(({ score }) => score >= term.minimum)) {
    const key = [hit.cue, hit.startMs, hit.endMs].join(" ");
    if ((best.get(key)?.score ?? -1) < hit.score) best.set(key, hit);
  }
  return [...best.values()];
}

const anyScore = fc.oneof(
  fc.constantFrom(null, 0.58, 0.59, 0.6, 0.61, 0.62),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const anyTimes = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }))
  .map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs }));
const anyWord = fc.constantFrom("a", "b", "ab", "ba");
const anyCue: fc.Arbitrary<Cue> = fc
  .tuple(
    fc.constantFrom<Cue["kind"]>("speech", "audio"),
    anyTimes,
    anyScore,
    fc.array(fc.tuple(anyWord, anyTimes, anyScore), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([kind, times, score, words, isTimed]) => ({
    kind,
    ...times,
    score,
    text: words.map(([text]) => text).join(" "),
    words: isTimed
      ? words.map(([text, ofWord, certain]) => ({ ...ofWord, text, score: certain }))
      : undefined,
  }));
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  alternatives: fc.array(
    fc.array(
      fc.record({
        prefix: fc.constantFrom(null, ...filterPrefixes),
        value: fc.constantFrom("a", "b", "ab", "a b", "b a"),
        minimum: fc.constantFrom(0, 20, 60),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 3 },
  ),
});

it("finds what listing every choice finds", () => {
  fc.assert(
    fc.property(
      anyFilter,
      fc.array(anyCue, { maxLength: 7 }),
      fc.integer({ min: 0, max: 12 }),
      (filter, cues, windowMs) => {
        expect(matchFilter(filter, indexCues(cues), { windowMs })).toEqual(model(filter, cues, windowMs));
      },
    ),
    { numRuns: 1_500 },
  );
});
