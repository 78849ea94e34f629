"use client";

import type { Highlight } from "@alcoves/core/highlights/schema";
import type { CueIndex, Match } from "@alcoves/cues";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { findMatches } from "./find-matches.ts";

const none: readonly Match[] = [];

/** The highlights of a library and what they find in a recording. One of them is open: its matches are listed and drawn. */
export function useHighlights(libraryId: string, index: CueIndex | undefined) {
  const trpc = useTRPC();
  const { data: highlights } = useQuery(trpc.highlights.list.queryOptions({ libraryId }));
  const [chosenId, setOpenId] = useState<string | null>(null);
  const found = useMemo(() => {
    const byId = new Map<string, readonly Match[]>();
    if (index)
      for (const highlight of highlights ?? [])
        byId.set(highlight.highlightId, findMatches(highlight, index));
    return byId;
  }, [highlights, index]);
  const open: Highlight | null =
    highlights?.find(({ highlightId }) => highlightId === chosenId) ?? highlights?.[0] ?? null;
  return {
    /** Undefined until they are loaded. */
    highlights,
    open,
    setOpenId,
    matchesOf: (highlightId: string): readonly Match[] => found.get(highlightId) ?? none,
    /** Of the open one. */
    matches: (open && found.get(open.highlightId)) ?? none,
  };
}

/** What `useHighlights` gives. */
export type Highlights = ReturnType<typeof useHighlights>;
