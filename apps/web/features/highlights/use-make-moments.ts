"use client";

import type { Match } from "@alcoves/cues";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import type { Wanted } from "../editor/moment-drafts.ts";
import { momentsOfMatches } from "./match-moments.ts";

/** What moments are made in. */
interface MakeMomentsOptions {
  durationMs: number;
  wanted: Wanted;
  addMany(ranges: readonly { startMs: number; endMs: number }[], name: string): void;
}

/** @returns what makes moments of matches, called after their highlight, and says how many */
export function useMakeMoments({ durationMs, wanted, addMany }: MakeMomentsOptions) {
  const t = useTranslations("highlights");
  return (matches: readonly Match[], name: string) => {
    const { ranges, isCut } = momentsOfMatches(matches, { durationMs, there: wanted.values() });
    addMany(ranges, name);
    const count = ranges.length;
    if (count === 0) toast(t("allMade"));
    else toast.success(t(isCut ? "madeFirst" : "made", { count }));
  };
}
