import type { MapBounds } from "@alcoves/core/map/schema";
import { createParser } from "nuqs";

/** What a map looks at. */
export interface MapPlace {
  latitude: number;
  longitude: number;
  /** The world is 512 · 2^zoom px wide. */
  zoom: number;
}

/** Edges of what a map shows, degrees; west and east count on beyond ±180 where it lies over the antimeridian. */
export interface MapEdges {
  north: number;
  south: number;
  west: number;
  east: number;
}

/** The deepest that a map goes: some metres across. */
export const deepestZoom = 19;

/** The server counts zooms by tiles half as wide. */
const zoomOfServer = 1;

/** A place in the address: zoom, latitude and longitude, as in `?at=4.5/48.2082/16.3738`. */
export const parseAsMapPlace = createParser<MapPlace>({
  parse(text) {
    const [zoom, latitude, longitude, ...rest] = text
      .split("/")
      .map((part) => (part === "" ? Number.NaN : Number(part)));
    const isIn = (value: number | undefined, least: number, most: number): value is number =>
      value !== undefined && value >= least && value <= most;
    if (rest.length > 0 || !isIn(zoom, -2, deepestZoom)) return null;
    return isIn(latitude, -90, 90) && isIn(longitude, -180, 180) ? { zoom, latitude, longitude } : null;
  },
  serialize: ({ zoom, latitude, longitude }) =>
    [rounded(zoom, 2), rounded(latitude, 5), rounded(wrapped(longitude), 5)].join("/"),
  eq: (a, b) => a.zoom === b.zoom && a.latitude === b.latitude && a.longitude === b.longitude,
});

/** What the server is asked about a view: its bounds as they are known there, and its zoom as it is counted there. */
export function askedView(edges: MapEdges, zoom: number): { bounds: MapBounds; zoom: number } {
  const { west, east } = edges;
  const isWholeWorld = east - west >= 360;
  return {
    bounds: {
      north: within(edges.north, -90, 90),
      south: within(edges.south, -90, 90),
      west: isWholeWorld ? -180 : wrapped(west),
      east: isWholeWorld ? 180 : wrapped(east),
    },
    zoom: within(zoom + zoomOfServer, 0, 24),
  };
}

/**
 * @returns the narrowest edges around places, over the antimeridian where that is narrower; null without places
 */
export function edgesAround(places: readonly Pick<MapPlace, "latitude" | "longitude">[]): MapEdges | null {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude).sort((a, b) => a - b);
  const first = longitudes[0];
  const last = longitudes.at(-1);
  if (first === undefined || last === undefined) return null;
  // The widest gap between neighbours stays out of view: at first that around the antimeridian.
  let widest = { gap: first + 360 - last, west: first, east: last };
  for (const [at, west] of longitudes.entries()) {
    const before = longitudes[at - 1];
    if (before !== undefined && west - before > widest.gap)
      widest = { gap: west - before, west, east: before + 360 };
  }
  const { west, east } = widest;
  return { north: Math.max(...latitudes), south: Math.min(...latitudes), west, east };
}

/** @returns a longitude from −180 to 180 */
const wrapped = (longitude: number): number =>
  longitude >= -180 && longitude <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180;

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
