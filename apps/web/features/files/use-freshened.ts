"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { followLibrary, type NewsListener } from "./library-news.ts";

/** What is loaded is loaded again this often at most while files of the library change, ms. */
const freshenEveryMs = 1_500;

/** Ways to load again what is loaded: in a while, together with all that is still to be told of, or at once. */
export interface Freshen {
  soon(): void;
  now(): void;
}

/**
 * Loads again what is loaded of a library when its news say so.
 * @param queryKey of what is loaded, or how the keys of all of it begin
 * @param listen says which news those are
 */
export function useFreshened(
  libraryId: string,
  queryKey: QueryKey,
  listen: (freshen: Freshen) => Pick<NewsListener, "onNews" | "onFolders" | "onLibrary">,
): void {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const now = useEffectEvent(() => void queryClient.invalidateQueries({ queryKey }));
  // Asked for with each news, so that it knows what is loaded by then.
  const listener = useEffectEvent(listen);
  const key = JSON.stringify(queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another query, of which no wait is under way.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        now();
      }, freshenEveryMs);
    };
    const freshen = { soon, now: () => now() };
    const stop = followLibrary(client, libraryId, {
      onNews: (news) => listener(freshen).onNews(news),
      onFolders: (folderId) => listener(freshen).onFolders?.(folderId),
      onLibrary: () => listener(freshen).onLibrary?.(),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, libraryId, key]);
}
