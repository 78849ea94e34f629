"use client";

import { Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { deepestZoom, edgesAround, type MapEdges } from "./map-place.ts";
import { mapStyle, readMapColors } from "./map-style.ts";
import type { WorldMapProps } from "./world-map.tsx";
import { loadWorldOutline, noOutline } from "./world-outline.ts";

// A file of our own origin: the policy of our pages runs no worker out of a blob.
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);

/** What a new map begins with, and whom it tells. */
type MapLibreOptions = Pick<WorldMapProps, "start" | "everything" | "tiles" | "onRest" | "onUnavailable">;

/** Room around what a view is fitted to, px, so that no marker is cut. */
const paddingPx = 64;

/** As deep as a map is fitted to clusters of the whole world: they stand for squares that are about as wide as a map then. */
const fittedZoom = 3.5;

/** Draws a map into an element, in the colours of the theme. @returns null until it is there */
export function useMapLibre(box: RefObject<HTMLElement | null>, options: MapLibreOptions): MapLibre | null {
  const t = useTranslations("map");
  const [map, setMap] = useState<MapLibre | null>(null);
  const { resolvedTheme } = useTheme();
  const onRest = useEffectEvent(options.onRest);
  const begin = useEffectEvent((container: HTMLElement, style: ReturnType<typeof mapStyle>) => {
    try {
      const made = new MapLibre({
        ...{ container, style, locale: { "Map.Title": t("name") } },
        ...startOf(options),
        ...{ maxZoom: deepestZoom, minZoom: widthZoom(container) },
        // North is up, and keys are the page's.
        ...{ dragRotate: false, touchPitch: false, pitchWithRotate: false, keyboard: false },
        attributionControl: false,
      });
      made.touchZoomRotate.disableRotation();
      return made;
    } catch {
      // It cannot be drawn without WebGL.
      options.onUnavailable();
      return null;
    }
  });
  const drawnFrom = useEffectEvent((outline: Awaited<ReturnType<typeof loadWorldOutline>>) =>
    mapStyle(outline, { colors: readMapColors(), tiles: options.tiles }),
  );

  useEffect(() => {
    let isOver = false;
    let made: MapLibre | null = null;
    async function open() {
      // Without the outline there are still the markers.
      const outline = await loadWorldOutline().catch(() => noOutline);
      if (isOver || !box.current) return;
      const opened = begin(box.current, drawnFrom(outline));
      if (!opened) return;
      made = opened;
      const rest = () => {
        const { lat, lng } = opened.getCenter();
        onRest({ latitude: lat, longitude: lng, zoom: opened.getZoom() }, edgesOf(opened));
      };
      opened.on("moveend", rest);
      opened.on("resize", () => {
        opened.setMinZoom(widthZoom(opened.getContainer()));
        rest();
      });
      setMap(opened);
      rest();
    }
    void open();
    return () => {
      isOver = true;
      setMap(null);
      made?.remove();
    };
  }, [box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read from the page.
  useEffect(() => {
    if (!map) return;
    const recolor = () => {
      const { water, land, border } = readMapColors();
      map.setPaintProperty("water", "background-color", water);
      map.setPaintProperty("land", "fill-color", land);
      map.setPaintProperty("borders", "line-color", border);
    };
    // Its layers stay while tiles come and go.
    if (map.getLayer("water")) recolor();
    else void map.once("style.load", recolor);
    return () => void map.off("style.load", recolor);
  }, [map, resolvedTheme]);
  return map;
}

/** Where a map begins: where the address says, else where everything is in view. */
function startOf({ start, everything }: Pick<MapLibreOptions, "start" | "everything">) {
  if (start) return { center: [start.longitude, start.latitude] as [number, number], zoom: start.zoom };
  const edges = edgesAround(everything);
  return edges ? { bounds: boundsOf(edges), fitBoundsOptions: fitting } : {};
}

/** Shows everything that there is. */
export function showEverything(map: MapLibre, everything: MapLibreOptions["everything"]): void {
  const edges = edgesAround(everything);
  if (edges) map.fitBounds(boundsOf(edges), fitting);
}

const fitting = { padding: paddingPx, maxZoom: fittedZoom };

const boundsOf = ({ west, south, east, north }: MapEdges): [number, number, number, number] => [
  west,
  south,
  east,
  north,
];

function edgesOf(map: MapLibre): MapEdges {
  const bounds = map.getBounds();
  return {
    north: bounds.getNorth(),
    south: bounds.getSouth(),
    west: bounds.getWest(),
    east: bounds.getEast(),
  };
}

/** The zoom at which the world is as wide as the map: farther away each place would be there twice. */
const widthZoom = ({ clientWidth }: HTMLElement) => Math.log2(Math.max(clientWidth, 1) / 512);
