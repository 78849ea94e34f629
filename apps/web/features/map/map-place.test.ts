import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedView, edgesAround, parseAsMapPlace } from "./map-place.ts";

describe("the place of a map in the address", () => {
  it("is read as it was written", () => {
    const place = { zoom: 4.25, latitude: 48.2082, longitude: 16.3738 };
    expect(parseAsMapPlace.serialize(place)).toBe("4.25/48.2082/16.3738");
    fc.assert(
      fc.property(
        fc.record({
          zoom: fc.double({ min: 0, max: 19, noNaN: true }),
          latitude: fc.double({ min: -85, max: 85, noNaN: true }),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }),
        }),
        (any) => {
          const text = parseAsMapPlace.serialize(any);
          const read = parseAsMapPlace.parse(text);
          expect(read && parseAsMapPlace.serialize(read)).toBe(text);
        },
      ),
    );
  });

  it.each(["", "4", "4/48", "4/48/16/1", "4//16", "4/91/16", "4/48/181", "99/48/16", "a/b/c"])(
    "is none where it says %s",
    (text) => expect(parseAsMapPlace.parse(text)).toBeNull(),
  );
});

describe("what the server is asked about a view", () => {
  it("stays in its bounds, over the antimeridian too", () => {
    expect(askedView({ north: 10, south: -10, west: 170, east: 190 }, 3)).toEqual({
      bounds: { north: 10, south: -10, west: 170, east: -170 },
      zoom: 4,
    });
    expect(askedView({ north: 10, south: -10, west: -190, east: -170 }, 3).bounds).toMatchObject({
      west: 170,
      east: -170,
    });
    expect(askedView({ north: 89, south: -89, west: -200, east: 200 }, 0).bounds).toMatchObject({
      west: -180,
      east: 180,
    });
  });

  it("is within what the server takes, wherever a map is dragged", () => {
    const edge = fc.double({ min: -2_000, max: 2_000, noNaN: true });
    const size = fc.double({ min: 0, max: 400, noNaN: true });
    fc.assert(
      fc.property(edge, size, fc.double({ min: -3, max: 30, noNaN: true }), (west, wide, zoom) => {
        const asked = askedView({ north: 95, south: -95, west, east: west + wide }, zoom);
        for (const side of [asked.bounds.west, asked.bounds.east])
          expect(Math.abs(side)).toBeLessThanOrEqual(180);
        expect(asked.bounds).toMatchObject({ north: 90, south: -90 });
        expect(asked.zoom).toBeGreaterThanOrEqual(0);
        expect(asked.zoom).toBeLessThanOrEqual(24);
      }),
    );
  });
});

describe("the edges around places", () => {
  it("are the narrowest, over the antimeridian where that is narrower", () => {
    const at = (latitude: number, longitude: number) => ({ latitude, longitude });
    expect(edgesAround([])).toBeNull();
    expect(edgesAround([at(1, 2)])).toEqual({ north: 1, south: 1, west: 2, east: 2 });
    expect(edgesAround([at(10, 20), at(-5, -30)])).toEqual({ north: 10, south: -5, west: -30, east: 20 });
    expect(edgesAround([at(-17, 179), at(-18, -179)])).toEqual({
      ...{ north: -17, south: -18, west: 179, east: 181 },
    });
  });

  it("leave no place out, and are never wider than the world", () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const edges = edgesAround(places);
        if (!edges) throw new Error("There are places.");
        expect(edges.east - edges.west).toBeLessThanOrEqual(360);
        for (const { latitude, longitude } of places) {
          expect(latitude <= edges.north && latitude >= edges.south).toBe(true);
          const around = [longitude, longitude + 360];
          expect(around.some((each) => each >= edges.west && each <= edges.east)).toBe(true);
        }
      }),
    );
  });
});
