"use client";

import type { DuplicatePage } from "@alcoves/core/duplicates/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { useFreshened } from "../files/use-freshened.ts";
import { duplicateList } from "./duplicate-list.ts";

/** The groups of duplicates of a library as far as they are loaded, and others as they are found. */
export function useDuplicates(libraryId: string, firstPage: DuplicatePage) {
  const trpc = useTRPC();
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

  // A file that has come in, or shows what it looks like by now, may be like any other.
  useFreshened(libraryId, options.queryKey, ({ soon }) => ({ onNews: soon, onLibrary: soon }));
  return { ...duplicates, isEmpty: isEmpty && !hasNextPage, queryKey: options.queryKey };
}
