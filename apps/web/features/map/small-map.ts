import type { Geometry, Position } from "geojson";
import type { WorldOutline } from "./world-outline.ts";

/** A place, degrees. */
export interface Spot {
  latitude: number;
  longitude: number;
}

/** What a small map shows: a box around a spot. */
export interface SmallView {
  center: Spot;
  widthPx: number;
  heightPx: number;
  /** Degrees from the left to the right. */
  degrees: number;
}

/** As near the poles as the projection of Mercator goes, degrees. */
const mostLatitude = 85;

/** @returns the height of a latitude in the projection of Mercator, degrees of longitude */
function heightOf(latitude: number): number {
  const radians = (Math.min(Math.max(latitude, -mostLatitude), mostLatitude) * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
}

/** @returns what says where a place lies in the view, px from its left and its top */
function projectionOf({ center, widthPx, heightPx, degrees }: SmallView) {
  const scale = widthPx / degrees;
  const middle = heightOf(center.latitude);
  return ([longitude = 0, latitude = 0]: Position): [number, number] => [
    widthPx / 2 + (longitude - center.longitude) * scale,
    heightPx / 2 + (middle - heightOf(latitude)) * scale,
  ];
}

/** Where what is drawn lies, as px from the left and the top of the view. */
export interface SmallMap {
  land: [number, number][][];
  borders: [number, number][][];
}

/** Lays out what of the world is in view, also over the antimeridian. */
export function smallMap(outline: WorldOutline, view: SmallView): SmallMap {
  const project = projectionOf(view);
  const lines = (places: readonly Position[][]) =>
    [-360, 0, 360].flatMap((turn) =>
      places
        .map((line) => line.map(([longitude = 0, latitude = 0]) => project([longitude + turn, latitude])))
        .filter((line) => isInView(line, view)),
    );
  return {
    land: lines(outline.land.features.flatMap(({ geometry }) => ringsOf(geometry))),
    borders: lines(outline.borders.geometry.coordinates),
  };
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

function isInView(line: readonly [number, number][], { widthPx, heightPx }: SmallView): boolean {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of line) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right > 0 && left < widthPx && bottom > 0 && top < heightPx;
}
