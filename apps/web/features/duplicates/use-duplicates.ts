"use client";

import type { DuplicatePage } from "@alcoves/core/duplicates/schema";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";
import { duplicateList } from "./duplicate-list.ts";

/** The groups of duplicates of a library as far as they are loaded, looked at anew when something happens to one of them. */
export function useDuplicates(libraryId: string, firstPage: DuplicatePage) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.duplicates.list.infiniteQueryOptions(
    { libraryId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
    },
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(options);
  const { pages } = data;
  const duplicates = useMemo(
    () =>
      duplicateList({
        pages,
        hasMore: hasNextPage,
        loadMore: () => {
          if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
        },
        async loadNext() {
          const next = await fetchNextPage({ throwOnError: true, cancelRefetch: false });
          return next.data?.pages ?? [];
        },
      }),
    [pages, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const isEmpty = duplicates.groups.length === 0;
  // Decided about all that is loaded: there is more.
  useEffect(() => {
    if (isEmpty && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isEmpty, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const latest = useRef(duplicates);
  latest.current = duplicates;
  const key = JSON.stringify(options.queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(
    () =>
      followLibrary(client, libraryId, {
        onNews: ({ fileIds }) => {
          if (fileIds.some((fileId) => latest.current.groupOf(fileId)))
            void queryClient.invalidateQueries({ queryKey: options.queryKey });
        },
      }),
    [client, queryClient, libraryId, key],
  );
  return { ...duplicates, isEmpty: isEmpty && !hasNextPage, queryKey: options.queryKey };
}
