import { describe, expect, it } from "vitest";
import { layOutGrid } from "./grid-layout.ts";
import { moveFocus } from "./move-focus.ts";

// Two days of six squares: rows of 5 (0–4) and 1 (5), then 5 (6–10) and 1 (11).
const layout = layOutGrid(
  {
    sections: [
      { key: "a", count: 6 },
      { key: "b", count: 6 },
    ],
    keyOf: String,
    indexOf: Number,
    ratioOf: () => 1,
    versionOf: () => 1,
    want: () => {},
    keysOf: async () => [],
  },
  { widthPx: 1012, targetHeightPx: 205, gapPx: 3 },
);
const press = (from: number, key: string, ctrlKey = false) => moveFocus(layout, from, { key, ctrlKey });

describe("moving the focus in the grid", () => {
  it("goes along the pictures with left and right, over rows and days", () => {
    expect(press(4, "ArrowRight")).toBe(5);
    expect(press(6, "ArrowLeft")).toBe(5);
  });

  it("stops at both ends", () => {
    expect(press(0, "ArrowLeft")).toBe(0);
    expect(press(11, "ArrowRight")).toBe(11);
  });

  it("goes to the picture above or below, past a heading", () => {
    expect(press(2, "ArrowDown")).toBe(5);
    expect(press(5, "ArrowDown")).toBe(6);
    expect(press(6, "ArrowUp")).toBe(5);
  });

  it("passes pages and stops at the last row", () => {
    expect(press(2, "PageDown")).toBe(11);
    expect(press(11, "PageUp")).toBe(0);
  });

  it("goes to the ends of the row, with Ctrl to the ends of all", () => {
    expect(press(8, "Home")).toBe(6);
    expect(press(8, "End")).toBe(10);
    expect(press(8, "Home", true)).toBe(0);
    expect(press(8, "End", true)).toBe(11);
  });

  it("leaves other keys alone", () => {
    expect(press(3, "a")).toBeNull();
  });
});
