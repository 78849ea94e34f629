import { describe, expect, it } from "vitest";
import { readPlace } from "./place.ts";

const none = { latitude: null, longitude: null };

describe("readPlace", () => {
  it("reads numbers that exiftool quotes for their many digits", () => {
    const tags = { "Composite:GPSLatitude": 51.47, "Composite:GPSLongitude": "-0.00102779158333333" };
    expect(readPlace(tags)).toEqual({ latitude: 51.47, longitude: -0.00102779158333333 });
  });

  it("takes XMP where EXIF has empty fields", () => {
    const empty = { "Composite:GPSLatitude": "", "Composite:GPSLongitude": "" };
    const place = { "XMP:GPSLatitude": 48.9, "XMP:GPSLongitude": 21 };
    expect(readPlace({ ...empty, ...place })).toEqual({ latitude: 48.9, longitude: 21 });
  });

  it.each([
    [0, 0],
    [91, 0],
    [10, 181],
    ["NaN", 10],
    ["inf", 10],
    ["undef", "undef"],
    [undefined, 10],
    [Number.NaN, 10],
    [[1], 10],
  ])("takes %j, %j for none", (latitude, longitude) => {
    const tags = { "Composite:GPSLatitude": latitude, "Composite:GPSLongitude": longitude };
    expect(readPlace(tags)).toEqual(none);
  });
});
