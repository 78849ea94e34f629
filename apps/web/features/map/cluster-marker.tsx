"use client";

import type { MapCluster } from "@alcoves/core/map/schema";
import { tilePictures } from "@alcoves/core/variants/schema";
import { Image as ImageIcon } from "lucide-react";
import { type Map as MapLibre, Marker } from "maplibre-gl";
import { useFormatter } from "next-intl";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useClusterName } from "./use-cluster-name.ts";

/** What a marker takes. */
interface ClusterMarkerProps {
  map: MapLibre;
  cluster: MapCluster;
  onChoose(cluster: MapCluster): void;
}

/** Files that lie close together: the picture of the newest, and how many they are. */
export function ClusterMarker({ map, cluster, onChoose }: ClusterMarkerProps) {
  const format = useFormatter();
  const name = useClusterName()(cluster);
  const { count, latitude, longitude, fileId, pictureVersion } = cluster;
  const [element] = useState(() => {
    const made = document.createElement("div");
    // The one in use stands above its neighbours.
    made.className = "hover:z-10 focus-within:z-20";
    return made;
  });
  useEffect(() => {
    const marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(map);
    return () => void marker.remove();
  }, [map, element, latitude, longitude]);

  return createPortal(
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={() => onChoose(cluster)}
      className="group block rounded-card focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-2"
    >
      <ClusterPicture src={tilePictures(fileId, pictureVersion)?.timeline} />
      {count > 1 && (
        <span
          aria-hidden="true"
          className="absolute -top-2 -right-2 min-w-5 rounded-full bg-accent px-1.5 py-px text-center font-semibold text-12 text-on-accent tabular-nums"
        >
          {format.number(count, { notation: "compact" })}
        </span>
      )}
    </button>,
    element,
  );
}

/** An icon while there is no picture. */
function ClusterPicture({ src }: { src: string | undefined }) {
  const [failed, setFailed] = useState<string>();
  return (
    <span className="grid size-11 overflow-hidden rounded-card border-2 border-raised bg-panel text-muted shadow-[0_1px_5px_rgb(0_0_0/0.35)] ring-1 ring-muted transition-transform duration-[120ms] group-hover:scale-110 motion-reduce:transition-none">
      {src === undefined || src === failed ? (
        <ImageIcon aria-hidden="true" strokeWidth={1.5} className="m-auto size-5" />
      ) : (
        <img
          src={src}
          alt=""
          loading="lazy"
          draggable={false}
          onError={() => setFailed(src)}
          className="size-full object-cover"
        />
      )}
    </span>
  );
}
