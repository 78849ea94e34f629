import { expect, it } from "vitest";
import { pictureSrcset, ratioOf } from "./picture-srcset.ts";

const pictures = { timeline: "/t", card: "/c", preview: "/p" };

it("names the widths that the variants have in truth", () => {
  expect(pictureSrcset({ widthPx: 4000, heightPx: 2000, pictures })).toBe("/t 240w, /c 720w");
  expect(pictureSrcset({ widthPx: 3000, heightPx: 4000, pictures })).toBe("/t 180w, /c 270w");
});

it("names one address when a small picture makes both the same", () => {
  expect(pictureSrcset({ widthPx: 100, heightPx: 100, pictures })).toBe("/c 100w");
});

it("has nothing to name without pictures, and no ratio without sizes", () => {
  expect(pictureSrcset({ widthPx: 100, heightPx: 100, pictures: null })).toBeUndefined();
  expect(ratioOf({ widthPx: null, heightPx: null })).toBeNull();
  expect(ratioOf({ widthPx: 400, heightPx: 300 })).toBeCloseTo(4 / 3);
});
