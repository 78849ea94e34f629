import fc from "fast-check";
import { expect, it } from "vitest";
import { uniformRows } from "./uniform-rows.ts";

it("puts every cell once and in order into full rows of the width", () => {
  const shape = fc.record({
    heightPx: fc.constant(54),
    leastWidthPx: fc.option(fc.integer({ min: 40, max: 400 })),
    gapPx: fc.integer({ min: 0, max: 8 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      shape,
      fc.integer({ min: 300, max: 2_000 }),
      (count, shape, widthPx) => {
        const rows = uniformRows(count, shape, widthPx);
        const indices = rows.flatMap(({ cells }) => cells.map(({ index }) => index));
        expect(indices).toEqual(Array.from({ length: count }, (_, index) => index));
        for (const { cells } of rows.slice(0, -1)) {
          const last = cells.at(-1);
          expect(last && last.leftPx + last.widthPx).toBe(widthPx);
          if (shape.leastWidthPx !== null && cells.length > 1)
            for (const cell of cells) expect(cell.widthPx).toBeGreaterThanOrEqual(shape.leastWidthPx);
        }
      },
    ),
  );
});
