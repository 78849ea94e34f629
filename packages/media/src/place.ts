import { firstOf, type Tags } from "./tags.ts";

/** Where a file was captured, degrees in WGS 84; both null when nothing tells. */
export interface Place {
  latitude: number | null;
  longitude: number | null;
}

/** Reads the place. Half a place, one off the globe and 0, 0, which a receiver without a fix writes, are none. */
export function readPlace(tags: Tags): Place {
  const latitude = degreesOf(firstOf(tags, ["Composite:GPSLatitude", "XMP:GPSLatitude"]), 90);
  const longitude = degreesOf(firstOf(tags, ["Composite:GPSLongitude", "XMP:GPSLongitude"]), 180);
  const isPlace = latitude !== null && longitude !== null && !(latitude === 0 && longitude === 0);
  return isPlace ? { latitude, longitude } : { latitude: null, longitude: null };
}

function degreesOf(value: unknown, bound: number): number | null {
  // exiftool quotes a number of many digits, as near the meridian of Greenwich.
  const degrees = typeof value === "string" ? Number(value) : value;
  return typeof degrees === "number" && Math.abs(degrees) <= bound ? degrees : null;
}
