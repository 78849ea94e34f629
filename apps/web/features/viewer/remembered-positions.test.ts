import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Positions, readPositions, withPosition } from "./remembered-positions.ts";

const film = { fileId: "film", durationSeconds: 600 };

describe("positions that are remembered", () => {
  it("keeps where somebody stopped, once a file, the newest first", () => {
    const before: Positions = [
      ["other", 40],
      ["film", 12],
    ];
    expect(withPosition(before, { ...film, seconds: 321.44 })).toEqual([
      ["film", 321.4],
      ["other", 40],
    ]);
  });

  it.each([3, 5, 595, 600])("starts anew what was left at %d s of 600", (seconds) => {
    expect(withPosition([["film", 100]], { ...film, seconds })).toEqual([]);
  });

  it("never keeps more than 200 files, and each once", () => {
    const anyStop = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 600 }));
    fc.assert(
      fc.property(fc.array(anyStop, { maxLength: 600 }), (stops) => {
        const kept = stops.reduce<Positions>(
          (positions, [file, seconds]) =>
            withPosition(positions, { fileId: `${file}`, seconds, durationSeconds: 600 }),
          [],
        );
        expect(kept.length).toBeLessThanOrEqual(200);
        expect(new Set(kept.map(([id]) => id)).size).toBe(kept.length);
      }),
    );
  });

  it("takes what somebody else wrote for nothing", () => {
    for (const text of [null, "", "{", "7", '[["film"],7,["film","x"]]'])
      expect(readPositions(text)).toEqual([]);
    expect(readPositions('[["film",7.5]]')).toEqual([["film", 7.5]]);
  });
});
