"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { fileState } from "../files/file-state.ts";
import { followLibrary } from "../files/library-news.ts";

/** Names a file in a library; a null id names none. */
interface InViewer {
  libraryId: string;
  fileId: string | null;
}

/** What is known of the open file, kept up to date while it is open. */
export function useFileDetails({ libraryId, fileId }: InViewer) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.files.get.queryOptions({ libraryId, fileId: fileId ?? "" });
  const { data, error } = useQuery({ ...options, enabled: fileId !== null, retry: 1 });

  const key = JSON.stringify(options.queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(() => {
    if (fileId === null) return;
    return followLibrary(client, libraryId, {
      unsettledFileIds: () => {
        const file = queryClient.getQueryData(options.queryKey);
        return file && fileState(file).kind === "processing" ? [fileId] : [];
      },
      // Their captions have another address then.
      onTranscripts: (changed) => {
        if (changed === fileId) void queryClient.invalidateQueries({ queryKey: options.queryKey });
      },
      onNews: ({ fileIds }) => {
        if (fileIds.includes(fileId)) void queryClient.invalidateQueries({ queryKey: options.queryKey });
      },
    });
  }, [client, queryClient, libraryId, fileId, key]);

  return { details: data?.fileId === fileId ? data : undefined, error };
}
