"use client";

import type { MomentPage } from "@alcoves/core/moments/schema";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary } from "../files/library-news.ts";

/** Changes are gathered this long before the list is loaded anew, ms: an export tells of each percent. */
const gatherMs = 1_000;

/** What is looked for, and what the page came with. */
interface FoundMomentsOptions {
  libraryId: string;
  text: string;
  tagId: string | null;
  /** Of the address that the page was loaded with; undefined for any other. */
  firstPage: MomentPage | undefined;
}

/** The moments of a library that answer to a text and a tag, as they change. */
export function useFoundMoments({ libraryId, text, tagId, firstPage }: FoundMomentsOptions) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const pathKey = trpc.moments.search.pathKey();
  const key = JSON.stringify(pathKey);
  const options = trpc.moments.search.infiniteQueryOptions(
    { libraryId, text, tagId },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      ...(firstPage && { initialData: { pages: [firstPage], pageParams: [null] } }),
    },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for the key, which is new each time.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = followLibrary(client, libraryId, {
      onNews: () => undefined,
      onMoments() {
        timer ??= setTimeout(() => {
          timer = undefined;
          void queryClient.invalidateQueries({ queryKey: pathKey });
        }, gatherMs);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, queryClient, libraryId, key]);
  return useInfiniteQuery(options);
}
