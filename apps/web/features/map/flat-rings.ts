import type { Feature, MultiPolygon, Polygon, Position } from "geojson";

/**
 * Lays land that is drawn on a globe out flat: where an outline goes over the antimeridian it goes on beyond ±180, in place of back across the
 * whole world; one that goes around a pole is closed along it.
 */
export function flattened({ geometry, ...land }: Feature): Feature {
  if (geometry.type === "Polygon")
    return { ...land, geometry: { ...geometry, coordinates: flatRings(geometry.coordinates) } };
  if (geometry.type === "MultiPolygon")
    return { ...land, geometry: { ...geometry, coordinates: geometry.coordinates.map(flatRings) } };
  return { ...land, geometry };
}

const flatRings = (rings: Polygon["coordinates"]): MultiPolygon["coordinates"][number] => rings.map(flatRing);

/** @param ring of longitudes from −180 to 180, its last place its first */
export function flatRing(ring: readonly Position[]): Position[] {
  let turns = 0;
  let before: number | undefined;
  const flat = ring.map(([longitude = 0, latitude = 0]) => {
    if (before !== undefined && longitude - before > 180) turns -= 1;
    if (before !== undefined && longitude - before < -180) turns += 1;
    before = longitude;
    return [longitude + 360 * turns, latitude];
  });
  const [first, last] = [flat[0], flat.at(-1)];
  if (turns === 0 || !first || !last) return flat;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...flat, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}
