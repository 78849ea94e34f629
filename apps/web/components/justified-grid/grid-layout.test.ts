import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GridItems } from "./grid-items.ts";
import { blockAt, type GridLayout, layOutGrid, placeOf, rowSpan } from "./grid-layout.ts";

const shape = { widthPx: 1200, targetHeightPx: 215, gapPx: 3 };

/** Items of sections with these counts; those from `loadedFrom` on are loaded. */
function itemsOf(counts: readonly number[], { version = 1, ratio = 1.5 } = {}): GridItems {
  return {
    sections: counts.map((count, place) => ({ key: `day ${place}`, count })),
    keyOf: (index) => `${index}`,
    indexOf: Number,
    ratioOf: (index) => ratio + (index % 7) / 10,
    versionOf: () => version,
    want: () => {},
    keysOf: async () => [],
  };
}

const anyCounts = fc.array(fc.integer({ min: 1, max: 1_700 }), { minLength: 1, maxLength: 8 });
const rowsOf = ({ blocks }: GridLayout) =>
  blocks.flatMap(({ rows, first, topPx, headPx }) =>
    rows.map((row) => ({
      top: topPx + headPx + row.topPx,
      bottom: topPx + headPx + row.topPx + row.heightPx,
      indices: row.cells.map(({ index }) => first + index),
    })),
  );

describe("the layout of a grid", () => {
  it("holds every item once and in order, loaded or not, in rows under each other", () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(0, 1), (counts, version) => {
        const layout = layOutGrid(itemsOf(counts, { version }), shape);
        const rows = rowsOf(layout);
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(rows.flatMap(({ indices }) => indices)).toEqual(Array.from({ length: total }, (_, at) => at));
        for (const [place, row] of rows.entries())
          expect(row.top).toBeGreaterThanOrEqual(rows[place - 1]?.bottom ?? 0);
        expect(layout.heightPx).toBeGreaterThanOrEqual(rows.at(-1)?.bottom ?? 0);
        expect(layout.sections).toHaveLength(counts.length);
      }),
      { numRuns: 30 },
    );
  });

  it("finds the row of every item, and the block at every height", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const layout = layOutGrid(itemsOf(counts), shape);
        for (const { top, indices } of rowsOf(layout)) {
          for (const index of indices) expect(rowSpan(layout, index)?.topPx).toBe(top);
          const block = layout.blocks[blockAt(layout, top)];
          expect(block && indices[0] !== undefined && indices[0] >= block.first).toBe(true);
        }
        expect(placeOf(layout, layout.count)).toBeNull();
        expect(placeOf(layout, -1)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it("cuts a long section where nobody sees it: every row but its last fills the width", () => {
    const layout = layOutGrid(itemsOf([2_300]), shape);
    expect(layout.blocks.length).toBeGreaterThan(1);
    const rows = layout.blocks.flatMap(({ rows: ofBlock }) => ofBlock);
    for (const { cells } of rows.slice(0, -1)) {
      const last = cells.at(-1);
      expect(last && last.leftPx + last.widthPx).toBe(shape.widthPx);
    }
  });

  it("puts items of one size into rows of their own, loaded or not, and lays out anew what becomes such", () => {
    const cells = { heightPx: 44, leastWidthPx: null, gapPx: 0 };
    const before = layOutGrid(itemsOf([700]), shape);
    const table = { ...itemsOf([700], { version: 1 }), sections: [{ key: "day 0", count: 700, cells }] };
    const layout = layOutGrid(table, shape, before);
    expect(layout.lineCount).toBe(701);
    expect(rowSpan(layout, 699)?.topPx).toBe(50 + 699 * 44);
    expect(layOutGrid(itemsOf([700]), shape, layout).heightPx).toBe(before.heightPx);
  });

  it("takes over what has not changed", () => {
    const before = layOutGrid(itemsOf([600, 20]), shape);
    const after = layOutGrid(itemsOf([600, 20]), shape, before);
    expect(after.blocks.every(({ rows }, place) => rows === before.blocks[place]?.rows)).toBe(true);
    const changed = layOutGrid(itemsOf([600, 20], { version: 2, ratio: 0.7 }), shape, before);
    expect(changed.blocks[0]?.rows).not.toBe(before.blocks[0]?.rows);
  });

  it("lays out a million items that are not loaded as blocks that share their rows", () => {
    const layout = layOutGrid(itemsOf(Array<number>(100).fill(10_000), { version: 0 }), shape);
    expect(layout.count).toBe(1_000_000);
    expect(new Set(layout.blocks.map(({ rows }) => rows)).size).toBeLessThan(5);
  });
});
