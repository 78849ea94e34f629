import { describe, expect, it } from "vitest";
import { smallMap } from "./small-map.ts";
import { noOutline, type WorldOutline } from "./world-outline.ts";

/** A square of land around a place, two degrees wide. */
const landAt = (longitude: number, latitude: number): WorldOutline => ({
  ...noOutline,
  land: {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: {},
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [longitude - 1, latitude - 1],
              [longitude + 1, latitude - 1],
              [longitude + 1, latitude + 1],
              [longitude - 1, latitude + 1],
            ],
          ],
        },
      },
    ],
  },
});

const around = (longitude: number, latitude: number) => ({
  center: { longitude, latitude },
  widthPx: 100,
  heightPx: 50,
  degrees: 10,
});

describe("a small map", () => {
  it("has its place in the middle, east to the right and north at the top", () => {
    const { land } = smallMap(landAt(20, 0), around(20, 0));
    expect(land.map((ring) => ring.map((place) => place.map(Math.round)))).toEqual([
      [
        [40, 35],
        [60, 35],
        [60, 15],
        [40, 15],
      ],
    ]);
  });

  it("leaves out what is elsewhere, and goes on over the antimeridian", () => {
    expect(smallMap(landAt(20, 0), around(40, 0)).land).toEqual([]);
    expect(smallMap(landAt(-178, 0), around(179, 0)).land).toHaveLength(1);
    expect(smallMap(landAt(178, 0), around(-179, 0)).land).toHaveLength(1);
  });

  it("stretches as the projection of Mercator does, as far as it goes", () => {
    const [ring = []] = smallMap(landAt(0, 60), around(0, 60)).land;
    const heights = ring.map(([, y]) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(40, 0);
    expect(smallMap(landAt(0, 89), around(0, 90)).land.flat(2).every(Number.isFinite)).toBe(true);
  });
});
