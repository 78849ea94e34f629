"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { usePagedList } from "../file-grid/use-paged-list.ts";
import { useFileNews } from "../files/use-file-news.ts";
import type { MapView } from "./use-map-view.ts";

/** The files in view, newest first; those of the view before until they are there. @param view null while there is none */
export function useMapFiles(libraryId: string, view: MapView | null) {
  const trpc = useTRPC();
  const options = trpc.map.files.infiniteQueryOptions(
    { libraryId, bounds: view?.bounds ?? nowhere },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      enabled: view !== null,
      // What was asked of a view that the map has left is given up.
      trpc: { abortOnUnmount: true },
    },
  );
  const query = useInfiniteQuery(options);
  const list = usePagedList(query, false);
  useFileNews(libraryId, options.queryKey);
  return { list, isKnown: query.data !== undefined && !query.isPlaceholderData, error: query.error };
}

const nowhere = { north: 0, south: 0, west: 0, east: 0 };
