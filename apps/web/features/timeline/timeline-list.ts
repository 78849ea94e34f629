import { dayMs } from "@alcoves/core/timeline/schema";
import type { FileList } from "../file-grid/file-list.ts";
import { ratioOf } from "../files/picture-srcset.ts";
import type { TimelineSlices } from "./timeline-slices.ts";

/** @returns a day of an outline as text, like `2026-10-14` */
export const dayName = (day: number): string => new Date(day * dayMs).toISOString().split("T")[0] ?? "";

/** A timeline as the grid takes it: its days are known at once, its files as they come into view. */
export function timelineList(slices: TimelineSlices, want: (first: number, count: number) => void): FileList {
  const { days, counts } = slices.outline;
  return {
    sections: days.map((day, at) => ({ key: `${day}`, count: counts[at] ?? 0 })),
    count: slices.count,
    files: {
      count: slices.count,
      indexOf: (fileId) => slices.indexOf(fileId),
      at: (index) => slices.at(index),
      want: (index) => want(index, 1),
    },
    keyOf: (index) => slices.keyAt(index),
    indexOf: (fileId) => slices.indexOf(fileId),
    at: (index) => slices.at(index),
    ratioOf(index) {
      const file = slices.at(index);
      return file ? ratioOf(file) : null;
    },
    versionOf: (first, count) => slices.versionOf(first, count),
    headingOf: (section) => ({ day: dayName(days[section] ?? 0), count: counts[section] ?? 0 }),
    want: (first, count = 1) => want(first, count),
    keysOf: (first, count) => slices.keysOf(first, count),
  };
}
