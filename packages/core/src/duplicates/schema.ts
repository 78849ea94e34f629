import { z } from "zod";
import type { TakenPlaces } from "../albums/schema.ts";
import type { FileSummary } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";
import { mostInGroup } from "../likeness/schema.ts";
import type { TakenMark } from "../marks/schema.ts";

/** One page of a library's groups of duplicates, the latest first. */
export const ListDuplicates = InLibrary.extend({
  cursor: z.uuid().nullish(),
  limit: z.number().int().min(1).max(50).default(20),
});
export type ListDuplicates = z.input<typeof ListDuplicates>;

/** Files that somebody looked at as duplicates of each other. */
export const KeepAll = InLibrary.extend({ fileIds: z.array(z.uuid()).min(1).max(mostInGroup) });
export type KeepAll = z.infer<typeof KeepAll>;

/** The same, with the one that is to stay. */
export const KeepOne = KeepAll.extend({ keptFileId: z.uuid() }).refine(
  ({ fileIds, keptFileId }) => fileIds.includes(keptFileId),
  "Keep one of these files.",
);
export type KeepOne = z.infer<typeof KeepOne>;

/** A file beside its duplicates. */
export interface DuplicateFile extends FileSummary {
  /** Where it lies; null at the top of the library. */
  folderName: string | null;
}

/** Files of which each is like another: the same bytes, or pictures that look alike. */
export interface DuplicateGroup {
  /** The id of the file that came first, which the group is called by. */
  groupId: string;
  /** All of them hold the same bytes. */
  isExact: boolean;
  /** The best first: the largest picture, then the most bytes, then what was there earliest. */
  files: DuplicateFile[];
  /** Whoever asks may decide what is kept: contributors when all of them are theirs, admins always. */
  mayDecide: boolean;
}

/** A page of groups that nobody has decided about; `nextCursor` is null on the last. */
export interface DuplicatePage {
  groups: DuplicateGroup[];
  nextCursor: string | null;
}

/** What a file got from its duplicates. */
export type Merged = {
  fileId: string;
  /** Those that it did not have. */
  tagIds: string[];
  places: TakenPlaces;
  marks: TakenMark[];
  /** What was written as its description; null when nothing was. */
  description: string | null;
};
