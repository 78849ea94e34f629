"use client";

import type { FilePage } from "@alcoves/core/files/schema";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { fileState } from "../files/file-state.ts";
import { followLibrary } from "../files/library-news.ts";
import { patchPages } from "../files/patch-pages.ts";

/** The files of a folder as far as they are loaded, always up to date. */
export function useFolderFiles(
  { libraryId, folderId }: { libraryId: string; folderId: string | null },
  firstPage: FilePage,
) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.files.list.infiniteQueryOptions(
    { libraryId, folderId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
      // Events keep the pages right while they are open; only coming back to them loads them again.
      staleTime: 5_000,
      refetchOnWindowFocus: false,
    },
  );
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(options);

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
            const pages = patchPages(before.pages, folderId, news);
            return pages.every((page, place) => page === before.pages[place]) ? before : { ...before, pages };
          }),
      }),
    [client, queryClient, libraryId, folderId, key],
  );

  const files = useMemo(() => data.pages.flatMap((page) => page.files), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { files, error, hasMore: hasNextPage, loadMore };
}
