"use client";

import type { FilePage } from "@alcoves/core/files/schema";
import { type InfiniteData, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "./library-news.ts";
import type { FileNews } from "./patch-pages.ts";

/** Keeps loaded pages of files right while they are open: what changed changes, what went goes. What comes in shows when they are loaded again. */
export function useFileNews(libraryId: string, queryKey: QueryKey): void {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const key = JSON.stringify(queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(
    () =>
      followLibrary(client, libraryId, {
        onNews: (news) =>
          queryClient.setQueryData<InfiniteData<FilePage>>(
            queryKey,
            (before) => before && { ...before, pages: before.pages.map((page) => withNews(page, news)) },
          ),
      }),
    [client, queryClient, libraryId, key],
  );
}

function withNews(page: FilePage, { fileIds, files }: FileNews): FilePage {
  if (!page.files.some(({ fileId }) => fileIds.includes(fileId))) return page;
  const fresh = new Map(files.map((file) => [file.fileId, file]));
  return {
    ...page,
    files: page.files.flatMap((file) =>
      fileIds.includes(file.fileId) ? (fresh.get(file.fileId) ?? []) : file,
    ),
  };
}
