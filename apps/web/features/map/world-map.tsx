"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import type { MapTiles } from "@alcoves/config";
import type { MapCluster } from "@alcoves/core/map/schema";
import { useRef } from "react";
import { ClusterMarker } from "./cluster-marker.tsx";
import { MapControls } from "./map-controls.tsx";
import { deepestZoom, type MapEdges, type MapPlace } from "./map-place.ts";
import { showEverything, useMapLibre } from "./use-map-libre.ts";

/** What the map takes. */
export interface WorldMapProps {
  /** Where it begins; null: where everything is in view. */
  start: MapPlace | null;
  /** What lies where in the whole world. */
  everything: readonly MapCluster[];
  /** What is shown of it. */
  clusters: readonly MapCluster[];
  tiles: MapTiles | null;
  /** It moves no more. */
  onRest(place: MapPlace, edges: MapEdges): void;
  onOpen(fileId: string): void;
  /** This browser cannot draw it. */
  onUnavailable(): void;
}

/** A marker stands for a square about so wide, px. */
const squarePx = 96;

/** The world with what lies where. Moved by drag, wheel, fingers and keys; a marker leads nearer, and one of a single file opens it. */
export default function WorldMap(props: WorldMapProps) {
  const { everything, clusters, tiles, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const map = useMapLibre(box, props);
  const choose = ({ count, fileId, latitude, longitude }: MapCluster) => {
    if (count === 1) return onOpen(fileId);
    if (!map) return;
    // The marker is about to part: whoever goes by keys goes on from the map.
    map.getCanvas().focus({ preventScroll: true });
    const { clientWidth, clientHeight } = map.getContainer();
    const nearer = Math.max(1, Math.log2(Math.min(clientWidth, clientHeight) / squarePx));
    map.easeTo({ center: [longitude, latitude], zoom: Math.min(map.getZoom() + nearer, deepestZoom) });
  };
  return (
    <div className="absolute inset-0 isolate">
      <div ref={box} className="size-full" />
      {map &&
        clusters.map((cluster) => (
          <ClusterMarker key={cluster.fileId} map={map} cluster={cluster} onChoose={choose} />
        ))}
      {map && <MapControls map={map} onEverything={() => showEverything(map, everything)} />}
      {tiles && (
        <p className="absolute right-0 bottom-0 z-10 bg-[color-mix(in_srgb,var(--background)_85%,transparent)] px-2 py-0.5 text-12 text-muted">
          {tiles.attribution}
        </p>
      )}
    </div>
  );
}
