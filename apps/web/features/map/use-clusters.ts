"use client";

import type { MapCluster } from "@alcoves/core/map/schema";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";
import type { MapView } from "./use-map-view.ts";
import { wholeWorld } from "./whole-world.ts";

/** The map is asked for again this often at most while files come and go, ms. */
const freshenEveryMs = 1_500;

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
  useFreshMap(libraryId);
  return {
    everything: everything.data,
    clusters: view === null ? none : (inView.data ?? none),
    error: inView.error,
  };
}

/** Asks for clusters and lists anew when files of the library have changed: which of them have a place, no news tells. */
function useFreshMap(libraryId: string): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const freshen = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries(trpc.map.pathFilter());
      }, freshenEveryMs);
    };
    const stop = followLibrary(client, libraryId, { onNews: freshen, onLibrary: freshen });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [trpc, client, queryClient, libraryId]);
}
