"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";

/** Counts follow changes of files at most this often, ms: an upload of thousands is one number that moves. */
const countEveryMs = 2_000;

/** The libraries of the account, with the counts of the open one kept up to date. */
export function useLibraries(loaded: LibrarySummary[], openLibraryId: string | null): LibrarySummary[] {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { data: libraries } = useQuery(trpc.libraries.list.queryOptions(undefined, { initialData: loaded }));

  const isOwn = libraries.some(({ libraryId }) => libraryId === openLibraryId);
  useEffect(() => {
    if (openLibraryId === null || !isOwn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = followLibrary(client, openLibraryId, {
      // The server knows where to: to signing in, or to what is said of a library that is not there. Unlike loading the page anew, a
      // refresh gives way to whoever is leaving it already, as by signing out.
      onRefused: () => {
        router.refresh();
        void queryClient.invalidateQueries(trpc.libraries.list.queryFilter());
      },
      onNews: () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          void queryClient.invalidateQueries(trpc.libraries.list.queryFilter());
        }, countEveryMs);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, queryClient, router, trpc, openLibraryId, isOwn]);

  return libraries;
}
