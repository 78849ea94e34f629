"use client";

import { dayMs } from "@alcoves/core/timeline/schema";
import type { TrashPage } from "@alcoves/core/trash/schema";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import type { FileList, ListedItem } from "../file-grid/file-list.ts";
import { usePagedItems } from "../file-grid/use-paged-list.ts";
import { followLibrary } from "../files/library-news.ts";

/** The trash is loaded again this often at most while others use it, ms. */
const freshenEveryMs = 1_500;

/** What lies in a library's trash as far as it is loaded, latest first; what others throw away comes in too. */
export function useTrashed(libraryId: string, firstPage: TrashPage): FileList {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.trash.list.infiniteQueryOptions(
    { libraryId },
    {
      getNextPageParam: (page) => page.nextCursor,
      initialData: { pages: [firstPage], pageParams: [null] },
    },
  );
  const query = useInfiniteQuery(options);
  const key = JSON.stringify(options.queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const freshen = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: options.queryKey });
      }, freshenEveryMs);
    };
    const isHere = (fileId: string) =>
      queryClient
        .getQueryData(options.queryKey)
        ?.pages.some(({ items }) => items.some((item) => item.of === "file" && item.fileId === fileId)) ===
      true;
    const stop = followLibrary(client, libraryId, {
      onLibrary: freshen,
      onFolders: freshen,
      onNews({ fileIds, files }) {
        // Gone from where it was, or there again.
        if (files.length < fileIds.length || files.some(({ fileId }) => isHere(fileId))) freshen();
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, queryClient, libraryId, key]);
  return usePagedItems(query, itemsOf, false);
}

const itemsOf = ({ items, days }: TrashPage): ListedItem[] =>
  items.map((item) => ({ ...item, leavesAt: new Date(item.trashedAt.getTime() + days * dayMs) }));
