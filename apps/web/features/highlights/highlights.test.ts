import type { Cue } from "@alcoves/cues";
import { indexCues, presets } from "@alcoves/cues";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf } from "./evidence-of.ts";
import { findMatches } from "./find-matches.ts";
import { momentsOfMatches } from "./match-moments.ts";
import { offeredPresets } from "./offered-presets.ts";

const cues: Cue[] = [
  { kind: "audio", startMs: 1_000, endMs: 3_000, text: "Laughter", score: 0.8 },
  { kind: "speech", startMs: 2_000, endMs: 4_000, text: "What a goal!", score: null },
  { kind: "speech", startMs: 60_000, endMs: 61_000, text: "The end.", score: null },
];
const index = indexCues(cues);

describe("the matches of a highlight", () => {
  it("say why: sounds by their labels, speech in quotation marks", () => {
    const [match] = findMatches({ expression: "audio:Laughter & word:goal", windowMs: 5_000 }, index);
    expect(match && evidenceOf(match, cues)).toBe("Laughter, “What a goal!”");
  });

  it("are none for an expression that is none", () => {
    expect(findMatches({ expression: "audio:", windowMs: 0 }, index)).toEqual([]);
  });

  it("become moments that are long enough to watch, and the same ones only once", () => {
    const matches = findMatches({ expression: "audio:Laughter, text:end", windowMs: 0 }, index);
    const { ranges } = momentsOfMatches(matches, { durationMs: 61_500, there: [] });
    expect(ranges).toEqual([
      { startMs: 0, endMs: 4_000 },
      { startMs: 58_500, endMs: 61_500 },
    ]);
    expect(momentsOfMatches(matches, { durationMs: 61_500, there: ranges }).ranges).toEqual([]);
  });

  it("become no more moments than one save takes, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000_000 }), { maxLength: 900 }), (starts) => {
        const matches = starts
          .toSorted((a, b) => a - b)
          .map((startMs) => ({ startMs, endMs: startMs + 100, score: 100, evidence: [] }));
        const { ranges, isCut } = momentsOfMatches(matches, { durationMs: 10_800_000, there: [] });
        expect(ranges.length).toBeLessThanOrEqual(500);
        if (isCut) expect(ranges).toHaveLength(500);
        for (const { startMs, endMs } of ranges) expect(endMs - startMs).toBeGreaterThanOrEqual(2_100);
      }),
    );
  });
});

describe("the presets", () => {
  it("are offered until they are taken as the server keeps them, and again when they were changed", () => {
    expect(offeredPresets([])).toEqual(presets);
    const taken = 'audio:Gunshot:20, audio:"Machine gun"';
    expect(offeredPresets([{ expression: taken }])).toEqual(presets);
    const laughter = presets.find(({ key }) => key === "laughter");
    const left = offeredPresets([{ expression: laughter?.expression ?? "" }]);
    expect(left.map(({ key }) => key)).not.toContain("laughter");
    expect(left).toHaveLength(presets.length - 1);
  });
});
