import type { Feature, FeatureCollection, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { flattened } from "./flat-rings.ts";

/** The world without a tile server. */
export interface WorldOutline {
  land: FeatureCollection;
  /** Between countries alone: so no line runs along the antimeridian, where the outlines are cut. */
  borders: Feature<MultiLineString>;
}

/** What stands in while the outline cannot be had. */
export const noOutline: WorldOutline = {
  land: { type: "FeatureCollection", features: [] },
  borders: { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: [] } },
};

/** As world-atlas writes it, from Natural Earth at 1:50 million, which is in the public domain. */
type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Loads the outline that comes with the app, from its own origin. @throws when it cannot be loaded */
export async function loadWorldOutline(): Promise<WorldOutline> {
  const response = await fetch(new URL("world-atlas/countries-50m.json", import.meta.url));
  if (!response.ok) throw new Error(`The outline of the world answers ${response.status}.`);
  return outlineOf(await response.json());
}

/** Makes shapes of the atlas, which keeps what neighbours share once. */
export function outlineOf(atlas: Atlas): WorldOutline {
  const { land, countries } = atlas.objects;
  return {
    land: { type: "FeatureCollection", features: feature(atlas, land).features.map(flattened) },
    borders: { type: "Feature", properties: {}, geometry: mesh(atlas, countries, (a, b) => a !== b) },
  };
}
