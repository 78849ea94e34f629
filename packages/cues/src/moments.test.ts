import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments.ts";

const shape = { paddingMs: 500, durationMs: 10_000, shortestMs: 2_000 };

describe("moments", () => {
  it.each([
    ["get padding", [[3_000, 5_000]], [[2_500, 5_500]]],
    [
      "are one where they overlap or touch",
      [
        [1_000, 2_000],
        [3_000, 4_000],
      ],
      [[500, 4_500]],
    ],
    [
      "stay two where they do not",
      [
        [1_000, 2_000],
        [3_001, 4_001],
      ],
      [
        [500, 2_500],
        [2_501, 4_501],
      ],
    ],
    ["grow to the shortest length on both sides", [[5_000, 5_100]], [[4_050, 6_050]]],
    ["grow to the other side at the start", [[0, 100]], [[0, 2_000]]],
    ["grow to the other side at the end", [[9_900, 12_000]], [[8_000, 10_000]]],
    ["are whole milliseconds", [[3_000.4, 5_000.4]], [[2_500, 5_501]]],
    ["leave out what begins after the end", [[10_000, 11_000]], []],
    [
      "may come in any order",
      [
        [6_000, 8_000],
        [1_000, 3_000],
      ],
      [
        [500, 3_500],
        [5_500, 8_500],
      ],
    ],
  ])("%s", (_, matches, moments) => {
    const given = matches.map(([startMs = 0, endMs = 0]) => ({ startMs, endMs }));
    expect(momentsOf(given, shape).map(({ startMs, endMs }) => [startMs, endMs])).toEqual(moments);
  });

  it("of a recording that is shorter than the shortest are all of it", () => {
    expect(momentsOf([{ startMs: 10, endMs: 20 }], { ...shape, durationMs: 900.7 })).toEqual([
      { startMs: 0, endMs: 900 },
    ]);
  });

  it("lie apart within the recording, cover every match in it, and are long enough", () => {
    const anyMs = fc.double({ min: 0, max: 100, noNaN: true });
    const anyMatch = fc
      .tuple(anyMs, anyMs)
      .map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs }));
    const anyShape = fc.record({ paddingMs: anyMs, durationMs: anyMs, shortestMs: anyMs });
    fc.assert(
      fc.property(fc.array(anyMatch), anyShape, (matches, anyOfThem) => {
        const moments = momentsOf(matches, anyOfThem);
        const lastMs = Math.floor(anyOfThem.durationMs);
        for (const [at, { startMs, endMs }] of moments.entries()) {
          expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true);
          expect(startMs).toBeGreaterThan(moments[at - 1]?.endMs ?? -1);
          expect(endMs).toBeLessThanOrEqual(lastMs);
          expect(endMs - startMs).toBeGreaterThanOrEqual(Math.max(1, Math.min(lastMs, anyOfThem.shortestMs)));
        }
        for (const match of matches.filter(({ startMs, endMs }) => startMs < lastMs && endMs > startMs)) {
          const isCovered = moments.some(
            ({ startMs, endMs }) => startMs <= match.startMs && endMs >= Math.min(match.endMs, lastMs),
          );
          expect(isCovered).toBe(true);
        }
      }),
    );
  });
});
