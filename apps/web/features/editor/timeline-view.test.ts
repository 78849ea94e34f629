import fc from "fast-check";
import { expect, it } from "vitest";
import {
  centreView,
  clampView,
  fitView,
  followView,
  msAt,
  pxAt,
  rulerOf,
  scrollView,
  zoomOf,
  zoomView,
} from "./timeline-view.ts";

const threeHours = { durationMs: 3 * 3_600_000, widthPx: 1_400 };

it("shows the whole recording at first, and up to fifty times of it, or a hundredth of a second a pixel", () => {
  const whole = fitView(threeHours);
  expect(zoomOf(whole, threeHours)).toBe(1);
  expect(clampView({ startMs: 0, msPerPx: 0 }, threeHours).msPerPx).toBe(10);
  const short = { durationMs: 30_000, widthPx: 1_000 };
  expect(zoomOf(clampView({ startMs: 0, msPerPx: 0 }, short), short)).toBeCloseTo(50);
});

it("keeps the time under the pointer while it zooms, and never leaves the recording", () => {
  const bounds = fc.record({
    durationMs: fc.integer({ min: 1, max: 36_000_000 }),
    widthPx: fc.integer({ min: 200, max: 4_000 }),
  });
  const act = fc.oneof(
    fc.record({
      zoom: fc.double({ min: 0.1, max: 10, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({ byPx: fc.integer({ min: -5_000, max: 5_000 }) }),
  );
  fc.assert(
    fc.property(bounds, fc.array(act, { maxLength: 20 }), (bounds, acts) => {
      let view = fitView(bounds);
      for (const each of acts) {
        if ("byPx" in each) {
          view = scrollView(view, each.byPx, bounds);
          continue;
        }
        const atPx = each.share * bounds.widthPx;
        const before = msAt(view, atPx);
        const next = zoomView(view, { factor: each.zoom, atPx }, bounds);
        const isAtEdge =
          next.startMs <= 0 || next.startMs >= bounds.durationMs - next.msPerPx * bounds.widthPx - 1e-6;
        if (!isAtEdge) expect(Math.abs(pxAt(next, before) - atPx)).toBeLessThan(0.01);
        view = next;
      }
      expect(view.startMs).toBeGreaterThanOrEqual(0);
      expect(msAt(view, bounds.widthPx)).toBeLessThanOrEqual(bounds.durationMs + 1e-6);
    }),
  );
});

it("turns the page for what plays, and brings a time into the middle", () => {
  const view = clampView({ startMs: 60_000, msPerPx: 10 }, threeHours);
  expect(followView(view, 65_000, threeHours)).toBe(view);
  expect(pxAt(followView(view, 90_000, threeHours), 90_000)).toBeCloseTo(140);
  expect(pxAt(centreView(view, 90_000, threeHours), 90_000)).toBeCloseTo(700);
});

it("labels the ruler at round times that do not touch", () => {
  expect(rulerOf(fitView(threeHours), threeHours).stepMs).toBe(900_000);
  const near = clampView({ startMs: 61_234, msPerPx: 10 }, threeHours);
  const { stepMs, times } = rulerOf(near, threeHours);
  expect(stepMs).toBe(1_000);
  expect(times[0]).toBe(61_000);
  expect(times).toHaveLength(15);
});
