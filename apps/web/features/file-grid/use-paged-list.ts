"use client";

import type { InfiniteData } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { FileList, ListedFile, ListedItem } from "./file-list.ts";
import { pagedList } from "./paged-list.ts";

/** A page of files as far as a list needs it. */
interface ListedPage {
  files: ListedFile[];
}

/** A query of pages as far as a list needs it. */
interface PagedQuery<Page> {
  data: InfiniteData<Page, unknown> | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(options?: {
    throwOnError?: boolean;
    cancelRefetch?: boolean;
  }): Promise<{ data: InfiniteData<Page, unknown> | undefined; hasNextPage: boolean }>;
}

/** The files of a query that comes in pages, as a grid takes them. @param isByDay under headings of days, newest first */
export const usePagedList = (query: PagedQuery<ListedPage>, isByDay: boolean): FileList =>
  usePagedItems(query, filesOf, isByDay);

const filesOf = ({ files }: ListedPage) => files;

/** What a query of pages lists. @param itemsOf what a page of it holds; the same function each time */
export function usePagedItems<Page>(
  query: PagedQuery<Page>,
  itemsOf: (page: Page) => readonly ListedItem[],
  isByDay: boolean,
): FileList {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const loadUntil = useCallback(
    async (count: number): Promise<readonly ListedItem[]> => {
      let items = data?.pages.flatMap(itemsOf) ?? [];
      for (let more = hasNextPage; more && items.length < count; ) {
        // A page that is on its way already is waited for.
        const next = await fetchNextPage({ throwOnError: true, cancelRefetch: false });
        items = next.data?.pages.flatMap(itemsOf) ?? [];
        more = next.hasNextPage;
      }
      return items;
    },
    [data, hasNextPage, fetchNextPage, itemsOf],
  );
  return useMemo(() => {
    const items = data?.pages.flatMap(itemsOf) ?? [];
    return pagedList({ items, hasMore: hasNextPage, loadMore, loadUntil, isByDay });
  }, [data, hasNextPage, loadMore, loadUntil, itemsOf, isByDay]);
}
