import { describe, expect, it } from "vitest";
import { followFinger, isDoubleTap, swipeOf } from "./swipe.ts";

describe("a finger on a picture", () => {
  it.each([
    [-80, 10, "next"],
    [80, -20, "previous"],
    [10, 120, "close"],
    [0, -200, null],
    [-50, 0, null],
    [70, 60, null],
    [0, 70, null],
  ])("that goes %d px right and %d px down means %s", (xPx, yPx, meaning) =>
    expect(swipeOf({ xPx, yPx })).toBe(meaning),
  );

  it("takes the picture along one way, never up", () => {
    expect(followFinger({ xPx: -90, yPx: 40 })).toEqual({ xPx: -90, yPx: 0 });
    expect(followFinger({ xPx: 20, yPx: 70 })).toEqual({ xPx: 0, yPx: 70 });
    expect(followFinger({ xPx: 20, yPx: -70 })).toEqual({ xPx: 0, yPx: 0 });
  });

  it("taps twice when the second tap comes soon and near", () => {
    const first = { xPx: 10, yPx: 10, atMs: 1_000 };
    expect(isDoubleTap(first, { xPx: 25, yPx: 0, atMs: 1_250 })).toBe(true);
    expect(isDoubleTap(first, { xPx: 25, yPx: 0, atMs: 1_400 })).toBe(false);
    expect(isDoubleTap(first, { xPx: 90, yPx: 0, atMs: 1_250 })).toBe(false);
    expect(isDoubleTap(null, first)).toBe(false);
  });
});
