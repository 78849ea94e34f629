import { describe, expect, it } from "vitest";
import { indexCues } from "./cue-index.ts";
import { printFilter } from "./filter.ts";
import { matchFilter } from "./match-filter.ts";
import { statsOf } from "./match-stats.ts";
import { parseFilter } from "./parse-filter.ts";
import { presets } from "./presets.ts";

describe("presets", () => {
  it.each(presets)("$key is a filter in its canonical form", ({ expression }) => {
    const parsed = parseFilter(expression);
    expect(parsed.ok && printFilter(parsed.filter)).toBe(expression);
  });

  it("have names and colours of their own", () => {
    expect(new Set(presets.map(({ key }) => key)).size).toBe(7);
    expect(new Set(presets.map(({ color }) => color)).size).toBe(7);
    for (const { color } of presets) expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).toContain(color);
  });
});

describe("statistics", () => {
  it("count matches, their lengths and scores, and the hits of each term", () => {
    const parsed = parseFilter("audio:Laughter, word:goal & audio:Laughter");
    if (!parsed.ok) throw new Error(parsed.error.code);
    const sound = { kind: "audio", text: "Laughter", score: 0.5 } as const;
    const index = indexCues([
      { ...sound, startMs: 0, endMs: 1_000 },
      { kind: "speech", text: "goal", startMs: 2_000, endMs: 3_000, score: 0.8 },
      { ...sound, startMs: 50_000, endMs: 50_500, score: 0.6 },
    ]);
    expect(statsOf(matchFilter(parsed.filter, index))).toEqual({
      count: 2,
      totalMs: 3_500,
      longestMs: 3_000,
      meanScore: 55,
      hitsOfTerms: [
        { term: "audio:Laughter", hits: 2 },
        { term: "word:goal", hits: 1 },
      ],
    });
  });

  it("of nothing have no mean", () => {
    expect(statsOf([])).toEqual({ count: 0, totalMs: 0, longestMs: 0, meanScore: null, hitsOfTerms: [] });
  });
});
