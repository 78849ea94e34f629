"use client";

import type { FolderSummary } from "@alcoves/core/folders/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";

/** Folders are loaded again this often at most while files come into them, ms. */
const freshenEveryMs = 1_500;

/** The folders of a folder: an uploaded tree makes some and fills others, which shows as its files arrive. */
export function useFolders(inFolder: { libraryId: string; folderId: string | null }, first: FolderSummary[]) {
  const { libraryId, folderId } = inFolder;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.folders.list.queryOptions(
    { libraryId, folderId },
    { initialData: first, staleTime: 5_000 },
  );
  const { data } = useQuery(options);

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
    const stop = followLibrary(client, libraryId, {
      onLibrary: freshen,
      onFolders: (changedIn) => {
        if (changedIn === folderId) void queryClient.invalidateQueries({ queryKey: options.queryKey });
      },
      onNews: ({ fileIds, files }) => {
        const isElsewhere = files.length < fileIds.length || files.some((file) => file.folderId !== folderId);
        if (isElsewhere) freshen();
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, queryClient, libraryId, folderId, key]);

  return data;
}
