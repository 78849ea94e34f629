import type { FileSummary } from "@alcoves/core/files/schema";
import { capturedOn } from "../files/captured-on.ts";

/** Files of one day, in order. */
export interface DayGroup {
  /** Like `2026-10-14`. */
  day: string;
  files: FileSummary[];
}

/**
 * Groups files, newest first, by the day of their capture.
 * Where zones make the day jump forward again, a file stays with its neighbours: each day has one heading.
 */
export function groupByDay(files: readonly FileSummary[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const file of files) {
    const day = capturedOn(file);
    const current = groups.at(-1);
    if (current && day >= current.day) current.files.push(file);
    else groups.push({ day, files: [file] });
  }
  return groups;
}
