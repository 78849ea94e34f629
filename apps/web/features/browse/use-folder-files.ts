"use client";

import type { FilePage } from "@alcoves/core/files/schema";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { usePagedList } from "../file-grid/use-paged-list.ts";
import { comparisonOf, type Listing } from "../files/file-order.ts";
import { fileState } from "../files/file-state.ts";
import { followLibrary } from "../files/library-news.ts";
import { patchPages } from "../files/patch-pages.ts";

/** Whose files, and how they are sorted. */
interface InFolder extends Listing {
  libraryId: string;
  folderId: string | null;
}

/** How a folder is listed unless somebody wants it otherwise. */
export const usualListing: Listing = { order: "date", way: "descending" };

/** The files of a folder as far as they are loaded, always up to date. @param firstPage in the usual order */
export function useFolderFiles({ libraryId, folderId, order, way }: InFolder, firstPage: FilePage) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const isUsual = order === usualListing.order && way === usualListing.way;
  const options = trpc.files.list.infiniteQueryOptions(
    { libraryId, folderId, order, way },
    {
      getNextPageParam: (page) => page.nextCursor,
      ...(isUsual ? { initialData: { pages: [firstPage], pageParams: [null] } } : {}),
      // Events keep the pages right while they are open; only coming back to them loads them again.
      staleTime: 5_000,
      refetchOnWindowFocus: false,
    },
  );
  const query = useInfiniteQuery(options);
  const list = usePagedList(query, order === "date");

  const { queryKey } = options;
  const key = JSON.stringify(queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(
    () =>
      followLibrary(client, libraryId, {
        unsettledFileIds: () => {
          const loaded = queryClient.getQueryData(queryKey)?.pages.flatMap((page) => page.files) ?? [];
          return loaded.filter((file) => fileState(file).kind === "processing").map((file) => file.fileId);
        },
        onLibrary: () => void queryClient.invalidateQueries({ queryKey }),
        onNews: (news) =>
          queryClient.setQueryData(queryKey, (before) => {
            if (!before) return before;
            const compare = comparisonOf({ order, way });
            const pages = patchPages(before.pages, { folderId, compare }, news);
            return pages.every((page, place) => page === before.pages[place]) ? before : { ...before, pages };
          }),
      }),
    [client, queryClient, libraryId, folderId, key],
  );

  return { list, error: query.error, isLoading: query.isPending };
}
