"use client";

import { indexCues } from "@alcoves/cues";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";

/**
 * What is said and heard in a file, kept up to date, and made ready for searching. Call it once on a page: the index of a long
 * recording takes a moment to make.
 */
export function useTranscript(libraryId: string, fileId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const options = trpc.transcripts.get.queryOptions({ libraryId, fileId });
  const { data: transcript, error } = useQuery(options);
  const key = JSON.stringify(options.queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(
    () =>
      followLibrary(client, libraryId, {
        onNews: () => undefined,
        onTranscripts: (changed) => {
          if (changed === fileId) void queryClient.invalidateQueries({ queryKey: options.queryKey });
        },
      }),
    [client, queryClient, libraryId, fileId, key],
  );
  const cues = transcript?.cues;
  const index = useMemo(() => (cues ? indexCues(cues) : undefined), [cues]);
  return { transcript, index, error };
}
