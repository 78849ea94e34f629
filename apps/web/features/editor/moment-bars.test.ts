import fc from "fast-check";
import { expect, it } from "vitest";
import { hitBar, layOutBars } from "./moment-bars.ts";

const wantedOf = (ranges: readonly (readonly [number, number])[]) =>
  new Map(
    ranges.map(([startMs, endMs], at) => [
      `m${at}`,
      { name: `m${at}`, description: "", startMs, endMs, tags: [] },
    ]),
  );

it("lays moments that overlap in lanes, and those that follow each other in one", () => {
  const { bars, lanes } = layOutBars(
    wantedOf([
      [0, 100],
      [50, 150],
      [100, 200],
      [160, 170],
    ]),
  );
  expect(lanes).toBe(2);
  expect(bars.map(({ momentId, lane }) => [momentId, lane])).toEqual([
    ["m0", 0],
    ["m1", 1],
    ["m2", 0],
    ["m3", 1],
  ]);
});

it("never covers one bar by another while there are lanes", () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 10 }))
    .map(([start, length]) => [start, start + length] as const);
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
      const { bars, lanes } = layOutBars(wantedOf(ranges));
      expect(bars).toHaveLength(ranges.length);
      for (const [at, a] of bars.entries()) {
        for (const b of bars.slice(at + 1)) {
          const overlaps = a.startMs < b.endMs && b.startMs < a.endMs;
          if (overlaps && a.lane === b.lane) expect(lanes).toBe(4);
        }
      }
    }),
  );
});

it("takes hold of edges, of a middle also in a thin bar, and of the selected one first", () => {
  const { bars } = layOutBars(
    wantedOf([
      [1_000, 2_000],
      [2_000, 2_100],
    ]),
  );
  const view = { startMs: 0, msPerPx: 10 };
  const hit = (px: number, selectedId: string | null = null, isCoarse = false) =>
    hitBar(bars, view, { px, lane: 0, selectedId, isCoarse });
  expect(hit(100)).toEqual({ momentId: "m0", part: "start" });
  expect(hit(150)).toEqual({ momentId: "m0", part: "body" });
  expect(hit(200)).toEqual({ momentId: "m0", part: "end" });
  expect(hit(200, "m1")).toEqual({ momentId: "m1", part: "start" });
  expect(hit(205, "m1")).toEqual({ momentId: "m1", part: "body" });
  expect(hit(85)).toBeNull();
  expect(hit(85, null, true)).toEqual({ momentId: "m0", part: "start" });
});
