"use client";

import type { FolderSummary } from "@alcoves/core/folders/schema";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { useFreshened } from "../files/use-freshened.ts";

/** The folders of a folder: an uploaded tree makes some and fills others, which shows as its files arrive. */
export function useFolders(inFolder: { libraryId: string; folderId: string | null }, first: FolderSummary[]) {
  const { libraryId, folderId } = inFolder;
  const trpc = useTRPC();
  const options = trpc.folders.list.queryOptions(
    { libraryId, folderId },
    { initialData: first, staleTime: 5_000 },
  );
  const { data } = useQuery(options);

  useFreshened(libraryId, options.queryKey, ({ soon, now }) => ({
    onLibrary: soon,
    onFolders(changedIn) {
      if (changedIn === folderId) now();
    },
    onNews({ fileIds, files }) {
      const isElsewhere = files.length < fileIds.length || files.some((file) => file.folderId !== folderId);
      if (isElsewhere) soon();
    },
  }));
  return data;
}
