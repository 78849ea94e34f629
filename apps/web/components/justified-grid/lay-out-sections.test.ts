import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutSections, lineOf } from "./lay-out-sections.ts";

const shape = { widthPx: 1200, targetHeightPx: 215, gapPx: 3 };
const anySections = fc.array(
  fc
    .array(fc.double({ min: 0.3, max: 4, noNaN: true }), { minLength: 1, maxLength: 40 })
    .map((ratios) => ({ key: "day", ratios })),
  { maxLength: 12 },
);

describe("sections laid out under each other", () => {
  it("start each with its heading and count pictures through", () => {
    const lines = layOutSections(
      [
        { key: "a", ratios: [1, 1] },
        { key: "b", ratios: [1] },
      ],
      shape,
    );
    expect(lines.map((line) => line.kind)).toEqual(["heading", "row", "heading", "row"]);
    expect(
      lines.flatMap((line) => (line.kind === "row" ? line.cells.map((cell) => cell.index) : [])),
    ).toEqual([0, 1, 2]);
  });

  it("let every picture be found in its line", () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const lines = layOutSections(sections, shape);
        const count = sections.reduce((sum, section) => sum + section.ratios.length, 0);
        for (let index = 0; index < count; index += 1) {
          const line = lines[lineOf(lines, index)];
          expect(line?.kind === "row" && line.cells.some((cell) => cell.index === index)).toBe(true);
        }
        expect(lineOf(lines, count)).toBe(-1);
      }),
    );
  });
});
