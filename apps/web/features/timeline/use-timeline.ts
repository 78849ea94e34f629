"use client";

import type { TimelineFilters, TimelineOutline } from "@alcoves/core/timeline/schema";
import { useQuery } from "@tanstack/react-query";
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { useFreshened } from "../files/use-freshened.ts";
import { timelineList } from "./timeline-list.ts";
import { TimelineSlices } from "./timeline-slices.ts";

/** A scroll that rests this long loads what is in view, ms: on a fast drag nothing is asked for that is gone when it comes. */
const restMs = 70;

/** The timeline of a library: its outline, and its files as they come into view. @param first the outline without filters */
export function useTimeline(libraryId: string, filters: TimelineFilters, first: TimelineOutline) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const options = trpc.timeline.outline.queryOptions(
    { libraryId, filters },
    { staleTime: 5_000, refetchOnWindowFocus: false, ...(isFiltered ? {} : { initialData: first }) },
  );
  const { data: outline, error, dataUpdatedAt } = useQuery(options);
  const key = JSON.stringify(options.queryKey);

  const [change, setChange] = useState(0);
  const last = useRef<{ key: string; slices: TimelineSlices } | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for library and filters, which are new each time.
  const slices = useMemo(() => {
    if (!outline) return undefined;
    const before = last.current;
    before?.slices.close();
    const made = new TimelineSlices(outline, {
      load: ({ newestDay, oldestDay, from, before: next }, signal) =>
        client.timeline.slice.query(
          { libraryId, filters, range: { newestDay, oldestDay, from, before: next } },
          { signal },
        ),
      // What has arrived is drawn in between: a page that is dragged goes first.
      onChange: () => startTransition(() => setChange((number) => number + 1)),
      before: before?.key === key ? before.slices : undefined,
    });
    last.current = { key, slices: made };
    return made;
  }, [outline, client, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an outline that was asked for again may have the same days and counts.
  useEffect(() => last.current?.slices.outdate(), [dataUpdatedAt]);
  useFreshened(libraryId, options.queryKey, ({ soon }) => ({
    onNews: ({ fileIds, files }) => {
      const isMoved = last.current?.slices.change(files) ?? true;
      if (isMoved || files.length !== fileIds.length) soon();
    },
    onLibrary: soon,
  }));

  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const want = useCallback(
    (begin: number, count: number) => {
      clearTimeout(resting.current);
      resting.current = setTimeout(() => slices?.want(begin, count), restMs);
    },
    [slices],
  );
  useEffect(() => () => clearTimeout(resting.current), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list for each change of what is loaded.
  const list = useMemo(() => slices && timelineList(slices, want), [slices, want, change]);
  return { outline, list, error };
}
