import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/** What can happen to a file that an open page wants to know. */
export const EventKind = z.enum(["file.created", "file.changed", "file.removed"]);
export type EventKind = z.infer<typeof EventKind>;

/** Asks for a library's events after `lastEventId`, or from now on. */
export const FollowLibrary = InLibrary.extend({
  lastEventId: z
    .string()
    .regex(/^\d{1,20}-\d{1,20}$/)
    .nullish(),
});
export type FollowLibrary = z.infer<typeof FollowLibrary>;

/** One thing that happened; `eventId` is the place to resume after. */
export interface LibraryEvent {
  eventId: string;
  kind: EventKind;
  fileId: string;
}
