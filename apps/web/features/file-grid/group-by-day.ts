import type { TileFile } from "@alcoves/core/files/schema";

/** A run of files of one day. */
export interface DayGroup {
  /** Like `2026-10-14`. */
  day: string;
  count: number;
}

/** @returns the day a file is filed under, where it was captured, like `2026-10-14` */
export const dayOf = ({ filedAtMs }: Pick<TileFile, "filedAtMs">): string =>
  new Date(filedAtMs).toISOString().split("T")[0] ?? "";

/** Groups files by their days, as they stand next to each other. */
export function groupByDay(files: readonly Pick<TileFile, "filedAtMs">[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const file of files) {
    const day = dayOf(file);
    const current = groups.at(-1);
    if (current?.day === day) current.count += 1;
    else groups.push({ day, count: 1 });
  }
  return groups;
}
