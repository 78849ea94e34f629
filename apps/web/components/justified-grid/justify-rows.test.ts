import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { justifyRows, tallestRowFactor } from "./justify-rows.ts";

const anyRatio = fc.option(fc.double({ min: 0.05, max: 20, noNaN: true }), { nil: null });
const anyRatios = fc.array(anyRatio, { maxLength: 120 });
const anyShape = fc.record({
  widthPx: fc.integer({ min: 280, max: 3840 }),
  targetHeightPx: fc.integer({ min: 120, max: 320 }),
  gapPx: fc.integer({ min: 0, max: 8 }),
});

const rightEdge = (row: { cells: { leftPx: number; widthPx: number }[] }) => {
  const last = row.cells.at(-1);
  return last ? last.leftPx + last.widthPx : 0;
};

describe("justified rows", () => {
  it("fill the width to the pixel, all but the last", () => {
    fc.assert(
      fc.property(anyRatios, anyShape, (ratios, shape) => {
        for (const row of justifyRows(ratios, shape).slice(0, -1)) expect(rightEdge(row)).toBe(shape.widthPx);
      }),
    );
  });

  it("never reach past the width and keep exact gaps", () => {
    fc.assert(
      fc.property(anyRatios, anyShape, (ratios, shape) => {
        for (const row of justifyRows(ratios, shape)) {
          expect(rightEdge(row)).toBeLessThanOrEqual(shape.widthPx);
          row.cells.slice(1).forEach((cell, place) => {
            const left = row.cells[place];
            expect(left && cell.leftPx - (left.leftPx + left.widthPx)).toBe(shape.gapPx);
          });
        }
      }),
    );
  });

  it("keep every picture once and in order", () => {
    fc.assert(
      fc.property(anyRatios, anyShape, (ratios, shape) => {
        const order = justifyRows(ratios, shape).flatMap((row) => row.cells.map((cell) => cell.index));
        expect(order).toEqual(ratios.map((_, index) => index));
      }),
    );
  });

  it("stay within the bounds of height", () => {
    fc.assert(
      fc.property(anyRatios, anyShape, (ratios, shape) => {
        for (const row of justifyRows(ratios, shape)) {
          expect(row.heightPx).toBeLessThanOrEqual(Math.round(shape.targetHeightPx * tallestRowFactor));
          const floor =
            (shape.widthPx - shape.gapPx * row.cells.length) / (shape.widthPx / shape.targetHeightPx + 3.3);
          expect(row.heightPx).toBeGreaterThanOrEqual(Math.floor(floor));
        }
      }),
    );
  });

  it("leave a short last row at the target height", () => {
    const rows = justifyRows([1.5, 1.5], { widthPx: 1140, targetHeightPx: 215, gapPx: 3 });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.heightPx).toBe(215);
    expect(rows[0] && rightEdge(rows[0])).toBeLessThan(700);
  });

  it("take a picture of unknown size for 4:3", () => {
    const [row] = justifyRows([null], { widthPx: 1000, targetHeightPx: 216, gapPx: 3 });
    expect(row?.cells[0]?.widthPx).toBe(288);
  });
});
