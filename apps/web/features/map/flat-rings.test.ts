import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { flatRing } from "./flat-rings.ts";
import { outlineOf } from "./world-outline.ts";

describe("an outline on a flat map", () => {
  it("goes on over the antimeridian from either side, and stays as it is elsewhere", () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ];
    expect(flatRing(square)).toEqual(square);
    expect(
      flatRing([
        [170, 0],
        [-170, 0],
        [-170, 10],
        [170, 0],
      ]),
    ).toEqual([
      [170, 0],
      [190, 0],
      [190, 10],
      [170, 0],
    ]);
  });

  it("is closed along the pole that it goes around", () => {
    const around = [-120, 0, 120, -120].map((longitude) => [longitude, -80]);
    expect(flatRing(around)).toEqual([
      ...[-120, 0, 120, 240].map((longitude) => [longitude, -80]),
      ...[
        [240, -90],
        [-120, -90],
        [-120, -80],
      ],
    ]);
  });

  it("crosses the world nowhere, in the whole atlas that comes with the app", async () => {
    const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
    const { land, borders } = outlineOf(JSON.parse(await readFile(path, "utf8")));
    const rings = land.features.flatMap(({ geometry }) =>
      geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [],
    );
    expect(rings.length).toBeGreaterThan(1_000);
    const isAlongPole = (latitude = 0) => Math.abs(latitude) === 90;
    for (const line of [...rings, ...borders.geometry.coordinates])
      for (const [at, [longitude = 0, latitude]] of line.entries()) {
        const next = line[at + 1];
        if (next && !(isAlongPole(latitude) && isAlongPole(next[1])))
          expect(Math.abs((next[0] ?? 0) - longitude)).toBeLessThan(180);
      }
  });
});
