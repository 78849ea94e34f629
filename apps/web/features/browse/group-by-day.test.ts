import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { groupByDay } from "./group-by-day.ts";

const at = (iso: string, capturedOffsetMinutes: number | null = null) =>
  aFile({ capturedAt: new Date(iso), capturedOffsetMinutes });

describe("files grouped by day", () => {
  it("are dated where they were taken", () => {
    const [group] = groupByDay([at("2026-10-14T20:00:00Z", 9 * 60)]);
    expect(group?.day).toBe("2026-10-15");
  });

  it("are dated by their arrival when the capture is unknown", () => {
    const createdAt = new Date(2026, 9, 20, 23, 30);
    expect(groupByDay([aFile({ capturedAt: null, createdAt })])[0]?.day).toBe("2026-10-20");
  });

  it("have one heading for each day and keep their order, whatever the zones", () => {
    const anyFile = fc.record({
      time: fc.integer({ min: 1.7e12, max: 1.7e12 + 5 * 86_400_000 }),
      offset: fc.integer({ min: -720, max: 840 }),
    });
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 60 }), (times) => {
        const files = times
          .toSorted((a, b) => b.time - a.time)
          .map(({ time, offset }) => aFile({ capturedAt: new Date(time), capturedOffsetMinutes: offset }));
        const groups = groupByDay(files);
        expect(groups.flatMap((group) => group.files)).toEqual(files);
        expect(new Set(groups.map((group) => group.day)).size).toBe(groups.length);
      }),
    );
  });
});
