import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundZoom, fitSize, largestScale, panBy, wholePicture, type Zoom, zoomAt } from "./zoom.ts";

const stage = { widthPx: 1200, heightPx: 800 };
const bounds = { stage, fit: fitSize({ widthPx: 4000, heightPx: 3000 }, stage) };
const middle = { xPx: 0, yPx: 0 };

const anySize = fc.record({
  widthPx: fc.integer({ min: 10, max: 5000 }),
  heightPx: fc.integer({ min: 10, max: 5000 }),
});
const anyPoint = fc.record({
  xPx: fc.integer({ min: -2000, max: 2000 }),
  yPx: fc.integer({ min: -2000, max: 2000 }),
});
const anyZoom: fc.Arbitrary<Zoom> = fc.record({
  scale: fc.double({ min: 0.1, max: 20, noNaN: true }),
  xPx: fc.integer({ min: -9000, max: 9000 }),
  yPx: fc.integer({ min: -9000, max: 9000 }),
});

describe("zooming a picture", () => {
  it("fits it whole and does not enlarge a small one", () => {
    expect(bounds.fit).toEqual({ widthPx: expect.closeTo(1066.67, 1), heightPx: 800 });
    expect(fitSize({ widthPx: 300, heightPx: 200 }, stage)).toEqual({ widthPx: 300, heightPx: 200 });
  });

  it("keeps what is under the pointer under it", () => {
    const point = { xPx: 200, yPx: 100 };
    const zoomed = zoomAt(wholePicture, 4, { ...bounds, point });
    // The same spot of the picture, in px of the fitting picture, before and after.
    expect((point.xPx - zoomed.xPx) / zoomed.scale).toBeCloseTo(point.xPx);
    expect((point.yPx - zoomed.yPx) / zoomed.scale).toBeCloseTo(point.yPx);
  });

  it("comes back to the whole picture in the middle", () => {
    const zoomed = zoomAt(wholePicture, 5, { ...bounds, point: { xPx: 300, yPx: 200 } });
    expect(zoomAt(zoomed, 0.01, { ...bounds, point: middle })).toEqual(wholePicture);
  });

  it("never shows the ground beside a picture that is larger than the stage", () => {
    fc.assert(
      fc.property(anySize, anyZoom, anyPoint, (picture, zoom, by) => {
        const within = { stage, fit: fitSize(picture, stage) };
        const moved = panBy(boundZoom(zoom, within), by, within);
        expect(moved.scale).toBeGreaterThanOrEqual(1);
        expect(moved.scale).toBeLessThanOrEqual(largestScale);
        const overX = Math.max(0, within.fit.widthPx * moved.scale - stage.widthPx) / 2;
        const overY = Math.max(0, within.fit.heightPx * moved.scale - stage.heightPx) / 2;
        expect(Math.abs(moved.xPx)).toBeLessThanOrEqual(overX + 1e-6);
        expect(Math.abs(moved.yPx)).toBeLessThanOrEqual(overY + 1e-6);
      }),
    );
  });
});
