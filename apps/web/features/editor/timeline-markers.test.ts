import fc from "fast-check";
import { expect, it } from "vitest";
import { markersInView, markerUnder, type TimelineMarker } from "./timeline-markers.ts";

const marker = (id: string, ms: number): TimelineMarker => ({ id, ms, isMuted: false, hint: "" });
const view = { startMs: 1_000, msPerPx: 10 };
const y = 21;

it("shows exactly those in view, and the rims of those just outside", () => {
  const many = fc
    .array(fc.nat(30_000))
    .map((times) => times.toSorted((a, b) => a - b).map((ms, place) => marker(`${place}`, ms)));
  fc.assert(
    fc.property(many, (markers) => {
      const shown = markers.filter(({ ms }) => ms >= 1_000 - 80 && ms <= 1_000 + 500 * 10 + 80);
      expect(markersInView(markers, view, 500)).toEqual(shown);
    }),
  );
});

it("is hit when the pointer is near it, the nearest one first, and more easily by a finger", () => {
  const markers = [marker("a", 2_000), marker("b", 2_050), marker("c", 2_050)];
  const under = (px: number, over: { y?: number; isCoarse?: boolean } = {}) =>
    markerUnder(markers, view, { px, y, isCoarse: false, ...over })?.id ?? null;
  expect(under(100)).toBe("a");
  expect(under(105)).toBe("c");
  expect(under(113)).toBeNull();
  expect(under(113, { isCoarse: true })).toBe("c");
  expect(under(93)).toBe("a");
  expect(under(92)).toBeNull();
  expect(under(100, { y: 5 })).toBeNull();
  expect(under(100, { y: 60 })).toBeNull();
});
