"use client";

import { useQueryState } from "nuqs";
import { useCallback, useState } from "react";
import { askedView, type MapEdges, type MapPlace, parseAsMapPlace } from "./map-place.ts";

/** What a map shows while it rests, as the server is asked about it. */
export type MapView = ReturnType<typeof askedView>;

/** What the map shows: its place stands in the address, so that one comes back to it. @returns `view` is null until the map has rested once */
export function useMapView() {
  const [place, setPlace] = useQueryState("at", parseAsMapPlace);
  // The map moves by itself from where it begins.
  const [start] = useState(place);
  const [view, setView] = useState<MapView | null>(null);
  const rest = useCallback(
    (next: MapPlace, edges: MapEdges) => {
      setView(askedView(edges, next.zoom));
      void setPlace(next, { history: "replace", shallow: true, scroll: false });
    },
    [setPlace],
  );
  return { start, view, rest };
}
