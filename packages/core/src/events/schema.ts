import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** What can happen to a file that an open page wants to know. */
export type FileEventKind =
  | "file.created"
  | "file.changed"
  | "file.removed"
  | "moments.changed"
  | "comments.changed"
  | "transcripts.changed";

/** Asks for a library's events after `lastEventId`, or from now on. */
export const FollowLibrary = InLibrary.extend({
  lastEventId: z
    .string()
    .regex(/^\d{1,20}-\d{1,20}$/)
    .nullish(),
});
export type FollowLibrary = z.infer<typeof FollowLibrary>;

/** What an open page is told. */
export type LibraryNews =
  | { kind: FileEventKind; fileId: string }
  /** The folders inside this one are others now, or are called otherwise; null for the top of the library. */
  | { kind: "folders.changed"; folderId: string | null }
  /** So many files changed at once that whoever shows any had better load them anew. */
  | { kind: "library.changed" };

/** One thing that happened; `eventId` is the place to resume after. */
export type LibraryEvent = { eventId: string } & LibraryNews;
