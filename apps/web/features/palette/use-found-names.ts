"use client";

import type { FoundPage } from "@alcoves/core/search/schema";
import { leastCharacters } from "@alcoves/core/search/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

/** A pause of the typing hand, ms: what is typed in one go is asked for once. */
const pauseMs = 120;

/** Most names that the palette shows: more is what typing on is for. */
const most = 12;

/** What is known of the names that answer to a text. */
interface FoundNames {
  found: FoundPage["found"];
  /** For the text as it is; until then `found` is of before. */
  isComplete: boolean;
  error: { message: string } | null;
  retry(): void;
}

/** The files and folders whose names answer to what is typed, once the hand rests. */
export function useFoundNames(typed: string): FoundNames {
  const trpc = useTRPC();
  const text = typed.trim();
  const settled = useSettled(text);
  const isAsked = [...settled].length >= leastCharacters;
  const { data, error, isFetching, refetch } = useQuery(
    trpc.search.names.queryOptions(
      { text: settled, limit: most },
      { enabled: isAsked, placeholderData: keepPreviousData, retry: false },
    ),
  );
  const wants = [...text].length >= leastCharacters;
  return {
    found: wants ? (data?.found ?? []) : [],
    isComplete: !wants || (settled === text && !isFetching),
    error: wants && settled === text ? error : null,
    retry: () => void refetch(),
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
