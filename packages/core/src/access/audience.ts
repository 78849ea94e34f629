import type { Role } from "../libraries/schema.ts";

/**
 * Whom a door lets through, as the access matrix is told: written down beside every door, by hand, apart from the code that
 * decides. All others are refused: 401 without an account, 404 for what they may not know of, 403 for the rest.
 */
export interface Audience {
  /** The least one has to be: a role is one in the library that is asked for. */
  readonly least: "anyone" | "account" | "instance owner" | Role;
  /** The owner of the instance too, whatever they are to the library. */
  readonly orInstanceOwner?: true;
  /** A token that may only read is refused. */
  readonly writes?: true;
  /** In person: every token is refused. */
  readonly inPerson?: true;
}

/** What doors act on; the matrix asks each for its own, another library's, a trashed and a missing one. A `trashedFile` is in the trash already, a `film` is a file with moments and a transcript. */
export type DoorObject =
  | "file"
  | "trashedFile"
  | "undo"
  | "folder"
  | "tag"
  | "album"
  | "film"
  | "moment"
  | "comment"
  | "segment"
  | "highlight"
  | "member"
  | "user"
  | "portrait"
  | "invite"
  | "share"
  | "session"
  | "token"
  | "identity"
  | "passkey"
  | "upload"
  | "download";

/** What a row may name in its question. */
export interface DoorIds {
  readonly libraryId: string;
  /** Of the row's object; of nothing when it has none. */
  readonly id: string;
  /** Another text each time, for what must be unique. */
  readonly unique: string;
  /** Of an invite to the library, whatever its state. */
  readonly inviteToken: string;
  /** Of a share that is open to everyone, of a moment with a clip. */
  readonly shareToken: string;
  /** Of a share that is open to everyone, of an album with originals, and what it calls the one file in it. */
  readonly albumShareToken: string;
  readonly sharedReference: string;
}

/** One door among the rows of the access matrix. */
export interface DoorRow {
  readonly may: Audience;
  readonly on?: DoorObject;
  /** The least role to which the door opens for an object in the trash too; to nobody where this is not said. */
  readonly inTrash?: Role;
  /** Statuses that tell those who were let through that what they asked for cannot be done. */
  readonly lets?: readonly number[];
}
