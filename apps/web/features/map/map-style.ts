import type { MapTiles } from "@alcoves/config";
import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { WorldOutline } from "./world-outline.ts";

/** The colours of a map, as CSS writes them. */
export interface MapColors {
  water: string;
  land: string;
  border: string;
}

/** @returns the colours of the theme that an element has now, the page unless another is named */
export function readMapColors(element: Element = document.documentElement): MapColors {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { water: token("--map-water"), land: token("--map-land"), border: token("--map-border") };
}

/** What a map is drawn from: the outline that comes with the app, and above it the tiles that the operator named. No words, no icons. */
export function mapStyle(
  outline: WorldOutline,
  { colors, tiles }: { colors: MapColors; tiles: MapTiles | null },
): StyleSpecification {
  const shape = (data: GeoJSONSourceSpecification["data"]) => ({ type: "geojson", data }) as const;
  const layers: LayerSpecification[] = [
    { id: "water", type: "background", paint: { "background-color": colors.water } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colors.land } },
    {
      id: "borders",
      type: "line",
      source: "borders",
      paint: {
        "line-color": colors.border,
        "line-width": ["interpolate", ["linear"], ["zoom"], 0, 0.5, 6, 1.5],
      },
    },
  ];
  if (tiles) layers.push({ id: "tiles", type: "raster", source: "tiles" });
  return {
    version: 8,
    sources: {
      land: shape(outline.land),
      borders: shape(outline.borders),
      ...(tiles && { tiles: { type: "raster", tiles: [tiles.url], tileSize: 256, maxzoom: deepestTiles } }),
    },
    layers,
  };
}

/** What tile servers have as a rule; beyond it their pictures are drawn larger. */
const deepestTiles = 19;
