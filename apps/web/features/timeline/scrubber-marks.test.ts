import { dayMs } from "@alcoves/core/timeline/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthAt, scrubberMonths, yearMarks } from "./scrubber-marks.ts";

const day = (iso: string) => Date.parse(iso) / dayMs;
const outline = {
  days: [day("2026-10-14"), day("2026-10-01"), day("2026-03-01"), day("2024-12-31")],
  counts: [10, 10, 60, 20],
};

describe("the scrubber", () => {
  it("gives each month as much room as it has files, newest first", () => {
    expect(scrubberMonths(outline)).toEqual([
      { month: "2026-10", section: 0, place: 0, share: 0.2 },
      { month: "2026-03", section: 2, place: 0.2, share: 0.6 },
      { month: "2024-12", section: 3, place: 0.8, share: 0.2 },
    ]);
  });

  it("writes a year once, and none where there is no room", () => {
    const months = scrubberMonths(outline);
    expect(yearMarks(months, 0.05).map(({ month }) => month)).toEqual(["2026-10", "2024-12"]);
    expect(yearMarks(months, 0.9).map(({ month }) => month)).toEqual(["2026-10"]);
  });

  it("finds the month at every place", () => {
    const months = scrubberMonths(outline);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        const month = months[monthAt(months, place)];
        expect(month && month.place <= place).toBe(true);
      }),
    );
    expect(monthAt(months, 0.5)).toBe(1);
  });
});
