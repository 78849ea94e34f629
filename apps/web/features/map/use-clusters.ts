"use client";

import type { MapCluster } from "@alcoves/core/map/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { useFreshened } from "../files/use-freshened.ts";
import type { MapView } from "./use-map-view.ts";
import { wholeWorld } from "./whole-world.ts";

const none: readonly MapCluster[] = [];

/** What lies where: in view, and in the whole world. @param first of the whole world */
export function useClusters(libraryId: string, view: MapView | null, first: MapCluster[]) {
  const trpc = useTRPC();
  const everything = useQuery(
    trpc.map.clusters.queryOptions({ libraryId, ...wholeWorld }, { initialData: first }),
  );
  const inView = useQuery(
    trpc.map.clusters.queryOptions(
      { libraryId, ...(view ?? wholeWorld) },
      {
        placeholderData: keepPreviousData,
        enabled: view !== null,
        // What was asked of a view that the map has left is given up.
        trpc: { abortOnUnmount: true },
      },
    ),
  );
  // Which of the files that changed have a place, no news tells.
  useFreshened(libraryId, trpc.map.pathKey(), ({ soon }) => ({ onNews: soon, onLibrary: soon }));
  return {
    everything: everything.data,
    clusters: view === null ? none : (inView.data ?? none),
    error: inView.error,
  };
}
