"use client";

import type { Highlight } from "@alcoves/core/highlights/schema";
import { type Cue, indexCues, type Match } from "@alcoves/cues";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { findMatches } from "./find-matches.ts";

const none: readonly Match[] = [];

/** The highlights of a library and what they find in a recording. One of them is open: its matches are listed and drawn. */
export function useHighlights(libraryId: string, cues: readonly Cue[]) {
  const trpc = useTRPC();
  const { data: highlights } = useQuery(trpc.highlights.list.queryOptions({ libraryId }));
  const [chosenId, setOpenId] = useState<string | null>(null);
  const index = useMemo(() => indexCues(cues), [cues]);
  const found = useMemo(
    () =>
      new Map(
        (highlights ?? []).map(
          (highlight) => [highlight.highlightId, findMatches(highlight, index)] as const,
        ),
      ),
    [highlights, index],
  );
  const open: Highlight | null =
    highlights?.find(({ highlightId }) => highlightId === chosenId) ?? highlights?.[0] ?? null;
  return {
    /** Undefined until they are loaded. */
    highlights,
    index,
    open,
    setOpenId,
    matchesOf: (highlightId: string): readonly Match[] => found.get(highlightId) ?? none,
    /** Of the open one. */
    matches: (open && found.get(open.highlightId)) ?? none,
  };
}

/** What `useHighlights` gives. */
export type Highlights = ReturnType<typeof useHighlights>;
