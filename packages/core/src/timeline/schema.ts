import { z } from "zod";
import type { FileKind, FileWork, TileFile } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";
import { tilePictures } from "../variants/schema.ts";

/** Most files of a slice that an outline names; a day that has more is cut. */
export const sliceFiles = 1_000;

/** Most files that one answer holds: a slice may have grown since its outline. */
export const largestSlice = 4_000;

/** One day, in ms. */
export const dayMs = 86_400_000;

/** What of a library's photos and videos is shown; what is left out does not matter. */
export const TimelineFilters = z.object({
  kind: z.enum(["photo", "video"]).optional(),
  /** Favourites of whoever asks alone; `false` is the same as leaving it out. */
  isFavourite: z.boolean().optional(),
  tagId: z.uuid().optional(),
  /** Rated so by whoever asks, or better. */
  minRating: z.number().int().min(1).max(5).optional(),
  /** Those alone of which the place is known. */
  isLocated: z.boolean().optional(),
});
export type TimelineFilters = z.infer<typeof TimelineFilters>;

/** Asks for the days of a timeline. */
export const ShowOutline = InLibrary.extend({ filters: TimelineFilters.default({}) });
export type ShowOutline = z.input<typeof ShowOutline>;

/** Days since 1970 that PostgreSQL and JavaScript can both tell: from 4714 BC to 275760. */
const Day = z.number().int().min(-2_440_588).max(100_000_000);

/** A place in a timeline, as an outline names it: the file that stands there, by its wall clock in ms and its id. */
export const TimelineKey = z
  .string()
  .regex(/^-?\d{1,16}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .refine((key) => Day.safeParse(Math.floor(Number.parseInt(key, 10) / dayMs)).success);
export type TimelineKey = z.infer<typeof TimelineKey>;

/**
 * A stretch of a timeline, newest first: whole days, or a part of one. It is a stretch of time and not a number of files, so each
 * file stands in one slice of an outline alone, also when others came and went since.
 */
export const TimelineRange = z.object({
  /** Days since 1970 by the wall clock, as `Math.floor(filedAtMs / dayMs)`; the newest and the oldest, both included. */
  newestDay: Day,
  oldestDay: Day,
  /** Where it begins, that file included; null for the begin of its newest day. */
  from: TimelineKey.nullable().default(null),
  /** Where the next slice begins, that file left out; null for the end of its oldest day. */
  before: TimelineKey.nullable().default(null),
});
export type TimelineRange = z.infer<typeof TimelineRange>;

/** Asks for the files of a slice. */
export const ShowSlice = InLibrary.extend({
  filters: TimelineFilters.default({}),
  range: TimelineRange,
  limit: z.number().int().min(1).max(largestSlice).default(largestSlice),
});
export type ShowSlice = z.input<typeof ShowSlice>;

/** All days of a timeline, newest first, as columns. */
export interface TimelineOutline {
  /** Days since 1970; those without files are left out. */
  days: number[];
  /** How many files each has, in the order of `days`. */
  counts: number[];
  /** Where the second and each further slice of a day begins that has more than `sliceFiles`: each but the last has so many. */
  cuts: { day: number; keys: TimelineKey[] }[];
}

/** A slice that an outline names. */
export interface OutlinedSlice extends TimelineRange {
  /** Which of the outline's days it touches: the place of the first and of the last in `days`. */
  firstDay: number;
  lastDay: number;
  /** Files that it had when the outline was made. */
  count: number;
}

/**
 * Divides an outline into slices of at most `sliceFiles`, newest first. Small days of one month go together, and no slice spans two
 * months: what comes or goes moves the slices of its own month alone.
 */
export function slicesOf({ days, counts, cuts }: TimelineOutline, size = sliceFiles): OutlinedSlice[] {
  const slices: OutlinedSlice[] = [];
  const keysOf = new Map(cuts.map(({ day, keys }) => [day, keys]));
  for (const [at, day] of days.entries()) {
    const count = counts[at] ?? 0;
    const last = slices.at(-1);
    if (
      last &&
      last.from === null &&
      last.count + count <= size &&
      monthOf(last.oldestDay) === monthOf(day)
    ) {
      Object.assign(last, { oldestDay: day, lastDay: at, count: last.count + count });
      continue;
    }
    const starts = [null, ...(keysOf.get(day) ?? [])];
    for (const [part, from] of starts.entries()) {
      const isLast = part === starts.length - 1;
      slices.push({
        newestDay: day,
        oldestDay: day,
        from,
        before: starts[part + 1] ?? null,
        firstDay: at,
        lastDay: at,
        count: isLast ? count - part * size : size,
      });
    }
  }
  return slices;
}

/** The year and the month of a day, as text: "2026-10". */
const monthOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, -"-14T00:00:00.000Z".length);

/** The kinds of a slice, by the numbers in its column. */
export const sliceKinds: readonly FileKind[] = ["photo", "video"];

/** What is said of a file by one bit each. */
export const sliceFlags = {
  isLive: 1,
  isRaw: 2,
  isFavourite: 4,
  isFailed: 8,
  isOpen: 16,
  isDuplicate: 32,
} as const;

/**
 * The files of a slice, newest first, as columns of the same length; `tileOf` reads one of them. Another length than the outline's
 * count means that files came or went since: ask for the outline anew, and show meanwhile what is here.
 */
export interface TimelineSlice {
  fileIds: string[];
  names: string[];
  /** Places in `sliceKinds`. */
  kinds: number[];
  widthsPx: (number | null)[];
  heightsPx: (number | null)[];
  durationsMs: (number | null)[];
  /** Wall clock, as ms since 1970 in UTC. */
  filedAtMs: number[];
  /** Base64. */
  thumbhashes: (string | null)[];
  /** Version of what the pictures are made from; 0 while there is nothing to show. */
  pictureVersions: number[];
  /** Sums of `sliceFlags`. */
  flags: number[];
  /** Of whoever asks: 1–5, null for unrated. */
  ownRatings: (number | null)[];
  /** It has more files than the limit, and these are the first of them: a new outline divides it. */
  isCut: boolean;
}

/** A file of a slice as a tile shows it; undefined beyond its end. */
export function tileOf(slice: TimelineSlice, at: number): TileFile | undefined {
  const fileId = slice.fileIds[at];
  if (fileId === undefined) return undefined;
  const flags = slice.flags[at] ?? 0;
  return {
    fileId,
    name: slice.names[at] ?? "",
    kind: sliceKinds[slice.kinds[at] ?? 0] ?? "photo",
    widthPx: slice.widthsPx[at] ?? null,
    heightPx: slice.heightsPx[at] ?? null,
    durationMs: slice.durationsMs[at] ?? null,
    filedAtMs: slice.filedAtMs[at] ?? 0,
    thumbhash: slice.thumbhashes[at] ?? null,
    pictures: tilePictures(fileId, slice.pictureVersions[at] ?? 0),
    isLive: (flags & sliceFlags.isLive) !== 0,
    isRaw: (flags & sliceFlags.isRaw) !== 0,
    isDuplicate: (flags & sliceFlags.isDuplicate) !== 0,
    isFavourite: (flags & sliceFlags.isFavourite) !== 0,
    ownRating: slice.ownRatings[at] ?? null,
    work: workOf(flags),
  };
}

/** All files of a slice as tiles show them. */
export function readSlice(slice: TimelineSlice): TileFile[] {
  return slice.fileIds.flatMap((_, at) => tileOf(slice, at) ?? []);
}

function workOf(flags: number): FileWork {
  if (flags & sliceFlags.isFailed) return "failed";
  return flags & sliceFlags.isOpen ? "open" : "done";
}
