import type { TimelineOutline } from "@alcoves/core/timeline/schema";
import { dayMs } from "@alcoves/core/timeline/schema";

/** A month of a timeline, with its place on the scrubber: 0 at its top, 1 at its end. */
export interface ScrubberMonth {
  /** Like `2026-10`. */
  month: string;
  /** The first of its days, by its number in the outline. */
  section: number;
  place: number;
  /** How much of the scrubber it takes. */
  share: number;
}

/** Where the months of a timeline stand, newest first: each takes as much of the scrubber as it has of the files. */
export function scrubberMonths({ days, counts }: Pick<TimelineOutline, "days" | "counts">): ScrubberMonth[] {
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const months: ScrubberMonth[] = [];
  let before = 0;
  for (const [section, day] of days.entries()) {
    const month = monthOf(day);
    const last = months.at(-1);
    const share = (counts[section] ?? 0) / total;
    if (last?.month === month) last.share += share;
    else months.push({ month, section, place: before / total, share });
    before += counts[section] ?? 0;
  }
  return months;
}

/** The year and month of a day: "2026-10"; years beyond four digits as ISO 8601 writes them. */
const monthOf = (day: number): string => new Date(day * dayMs).toISOString().replace(/-\d\dT.*$/, "");

/** @returns the months whose year is written beside them: the first of each year, where there is room */
export function yearMarks(months: readonly ScrubberMonth[], leastGap: number): ScrubberMonth[] {
  const marks: ScrubberMonth[] = [];
  let year = "";
  for (const month of months) {
    const of = yearOf(month);
    if (of === year) continue;
    year = of;
    if (month.place - (marks.at(-1)?.place ?? Number.NEGATIVE_INFINITY) >= leastGap) marks.push(month);
  }
  return marks;
}

/** The year of a month, as it is written. */
export const yearOf = ({ month }: Pick<ScrubberMonth, "month">): string => month.replace(/-\d\d$/, "");

/** @returns the number of the month at a place, 0–1 */
export function monthAt(months: readonly ScrubberMonth[], place: number): number {
  let found = 0;
  for (const [at, month] of months.entries()) if (month.place <= place) found = at;
  return found;
}
