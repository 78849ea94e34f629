import { z } from "zod";
import {
  type FileDetails,
  type FileKind,
  type FileSummary,
  type JobState,
  OneFile,
} from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";
import type { Tag } from "../tags/schema.ts";

/** Shortest moment, ms: a few frames. */
export const shortestMomentMs = 100;
/** Most moments that one save changes. */
export const mostMomentsAtOnce = 500;
/** Most moments of one file. */
export const mostMoments = 5_000;
/** Times are stored in four bytes: 24 days. */
const furthestMs = 2 ** 31 - 1;

/** A moment's name; several may have the same. */
export const MomentName = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1, "Name the moment.")
  .max(200, "Use at most 200 characters.")
  .regex(/^\P{Cc}+$/u, "A moment's name is one line.");

const MomentDescription = z
  .string()
  .trim()
  .max(10_000, "Use at most 10,000 characters.")
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, "A description holds no control characters.");

const Place = z.number().int().min(0).max(furthestMs);

/** What people give a moment: all of it, for a save tells how it should be and not what to change. */
export const MomentFacts = z
  .object({
    name: MomentName,
    /** Empty for none. */
    description: MomentDescription,
    startMs: Place,
    endMs: Place,
    tagIds: z
      .array(z.uuid())
      .max(50)
      .transform((ids) => [...new Set(ids)].toSorted()),
  })
  .refine(
    ({ startMs, endMs }) => endMs - startMs >= shortestMomentMs,
    "A moment ends at least a tenth of a second after it begins.",
  );
export type MomentFacts = z.infer<typeof MomentFacts>;

/** How one moment should be. */
export const MomentChange = z.object({
  /** Of a new moment too: a save whose answer was lost is sent again and makes no second one. */
  momentId: z.uuid(),
  /** The revision that was seen; null for a new moment. */
  seen: z.number().int().min(1).nullable(),
  /** Null deletes it. A deleted one comes back with facts. */
  facts: MomentFacts.nullable(),
});
export type MomentChange = z.infer<typeof MomentChange>;

/** Changes of a file's moments, all or none. */
export const SaveMoments = OneFile.extend({
  changes: z
    .array(MomentChange)
    .min(1)
    .max(mostMomentsAtOnce, `Save at most ${mostMomentsAtOnce} moments at once.`)
    .refine(
      (changes) => new Set(changes.map(({ momentId }) => momentId)).size === changes.length,
      "A moment is changed once in a save.",
    ),
});
export type SaveMoments = z.input<typeof SaveMoments>;

/** Names a moment in a library. */
export const OneMoment = z.object({ libraryId: z.uuid(), momentId: z.uuid() });
export type OneMoment = z.infer<typeof OneMoment>;

/** Names moments in a library. */
export const SomeMoments = z.object({
  libraryId: z.uuid(),
  momentIds: z
    .array(z.uuid())
    .min(1)
    .max(mostMomentsAtOnce, `Choose at most ${mostMomentsAtOnce} moments at once.`),
});
export type SomeMoments = z.infer<typeof SomeMoments>;

/** One page of a library's moments, the newest first. */
export const SearchMoments = InLibrary.extend({
  /** Each of its words stands in the name or description of a moment, or in the name of its file; empty for all. */
  text: z
    .string()
    .max(200, "Use at most 200 characters.")
    .transform((text) => text.toWellFormed().normalize("NFC").replaceAll("\0", "").trim())
    .default(""),
  /** A tag that they have; null for any. */
  tagId: z.uuid().nullable().default(null),
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(200).default(60),
});
export type SearchMoments = z.input<typeof SearchMoments>;

/** A moment as it is shown. */
export interface Moment {
  momentId: string;
  fileId: string;
  revision: number;
  name: string;
  description: string;
  startMs: number;
  endMs: number;
  tags: Tag[];
  /** Who made it; null when they are gone. */
  createdBy: string | null;
  mayChange: boolean;
  /** Its clip as a job; `not_needed` while nobody has asked for one. */
  export: JobState;
  /** The last clip that was completed, which may be of an earlier revision; null while there is none. */
  clipUrl: string | null;
}

/** A moment among those of a library, with what is shown of its file. */
export interface FoundMoment extends Moment {
  file: {
    name: string;
    kind: FileKind;
    pictures: FileSummary["pictures"];
    sprites: FileDetails["sprites"];
  };
}

/** A page of moments; `nextCursor` is null on the last. */
export interface MomentPage {
  moments: FoundMoment[];
  nextCursor: string | null;
}

/** A moment that somebody else changed meanwhile, as it is now. */
export interface MomentConflict {
  momentId: string;
  /** The one to have seen; null for one that is not there at all. */
  revision: number | null;
  /** Null for one that was deleted. */
  now: Moment | null;
  /** The name of whoever changed it last; null when they are gone. */
  changedBy: string | null;
}

/** What became of a save: with a conflict nothing was changed. */
export type SaveOutcome =
  | { outcome: "saved"; moments: Moment[]; removed: { momentId: string; revision: number }[] }
  | { outcome: "conflict"; conflicts: MomentConflict[] };
