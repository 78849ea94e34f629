"use client";

import { dayMs } from "@alcoves/core/timeline/schema";
import type { TrashPage } from "@alcoves/core/trash/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import type { FileList, ListedItem } from "../file-grid/file-list.ts";
import { usePagedItems } from "../file-grid/use-paged-list.ts";
import { useFreshened } from "../files/use-freshened.ts";

/** What lies in a library's trash as far as it is loaded, latest first; what others throw away comes in too. */
export function useTrashed(libraryId: string, firstPage: TrashPage): FileList {
  const trpc = useTRPC();
  const options = trpc.trash.list.infiniteQueryOptions(
    { libraryId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
    },
  );
  const query = useInfiniteQuery(options);
  const isHere = (fileId: string) =>
    query.data.pages.some(({ items }) => items.some((item) => item.of === "file" && item.fileId === fileId));
  useFreshened(libraryId, options.queryKey, ({ soon }) => ({
    onLibrary: soon,
    onFolders: soon,
    onNews({ fileIds, files }) {
      // Gone from where it was, or there again.
      if (files.length < fileIds.length || files.some(({ fileId }) => isHere(fileId))) soon();
    },
  }));
  return usePagedItems(query, itemsOf, false);
}

const itemsOf = ({ items, days }: TrashPage): ListedItem[] =>
  items.map((item) => ({ ...item, leavesAt: new Date(item.trashedAt.getTime() + days * dayMs) }));
