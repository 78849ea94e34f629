import { expect, it } from "vitest";
import { tileAt } from "./tile-at.ts";

const index = {
  version: 1,
  intervalMs: 2_000,
  count: 13,
  columns: 10,
  tileWidthPx: 160,
  tileHeightPx: 90,
} as const;

it("finds the tile of a moment, and keeps to those there are", () => {
  expect(tileAt(index, 0)).toEqual({ leftPx: 0, topPx: 0 });
  expect(tileAt(index, 3.99)).toEqual({ leftPx: 160, topPx: 0 });
  expect(tileAt(index, 20)).toEqual({ leftPx: 0, topPx: 90 });
  expect(tileAt(index, 9_999)).toEqual({ leftPx: 320, topPx: 90 });
  expect(tileAt(index, -1)).toEqual({ leftPx: 0, topPx: 0 });
});
