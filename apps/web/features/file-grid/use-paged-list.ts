"use client";

import type { InfiniteData } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { FileList, ListedFile } from "./file-list.ts";
import { pagedList } from "./paged-list.ts";

/** A page of files as far as a list needs it. */
interface ListedPage {
  files: ListedFile[];
}

/** A query of pages as far as a list needs it. */
interface PagedQuery {
  data: InfiniteData<ListedPage, unknown> | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(options?: {
    throwOnError?: boolean;
    cancelRefetch?: boolean;
  }): Promise<{ data: InfiniteData<ListedPage, unknown> | undefined; hasNextPage: boolean }>;
}

/** The files of a query that comes in pages, as a grid takes them. @param isByDay under headings of days, newest first */
export function usePagedList(query: PagedQuery, isByDay: boolean): FileList {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const loadUntil = useCallback(
    async (count: number): Promise<ListedFile[]> => {
      let files = filesOf(data?.pages);
      for (let more = hasNextPage; more && files.length < count; ) {
        // A page that is on its way already is waited for.
        const next = await fetchNextPage({ throwOnError: true, cancelRefetch: false });
        files = filesOf(next.data?.pages);
        more = next.hasNextPage;
      }
      return files;
    },
    [data, hasNextPage, fetchNextPage],
  );
  return useMemo(
    () => pagedList({ files: filesOf(data?.pages), hasMore: hasNextPage, loadMore, loadUntil, isByDay }),
    [data, hasNextPage, loadMore, loadUntil, isByDay],
  );
}

const filesOf = (pages: readonly ListedPage[] | undefined): ListedFile[] =>
  pages?.flatMap(({ files }) => files) ?? [];
