import { z } from "zod";
import type { FileKind } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

const subjectIds = {
  momentId: z.uuid().optional(),
  fileId: z.uuid().optional(),
  albumId: z.uuid().optional(),
};

function isOfOne({ momentId, fileId, albumId }: { momentId?: string; fileId?: string; albumId?: string }) {
  return [momentId, fileId, albumId].filter((id) => id !== undefined).length === 1;
}
const ofOne = "A link is of one moment, one file or one album.";

/** Names what is shared: a moment, a file or an album of the library. */
export const SharedSubject = InLibrary.extend(subjectIds).refine(isOfOne, ofOne);
export type SharedSubject = z.infer<typeof SharedSubject>;

/** What visitors get beside pictures, videos and sound that hold nothing but that. */
export const Exposed = z
  .object({
    /** The bytes as they came in, with everything inside them: they go only together with the other two. */
    originals: z.boolean().default(false),
    /** When and with what a file was taken, and what is written about it. */
    metadata: z.boolean().default(false),
    /** Where, as coordinates. */
    location: z.boolean().default(false),
  })
  .refine(
    ({ originals, metadata, location }) => !originals || (metadata && location),
    "Originals hold what the camera wrote into them, often the place too. Show details and place as well, or leave the originals out.",
  );
export type Exposed = z.infer<typeof Exposed>;

/** What making a share takes. */
export const CreateShare = InLibrary.extend({
  ...subjectIds,
  exposes: Exposed.default({ originals: false, metadata: false, location: false }),
  /** Null for until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3_650).nullable(),
  /** Null for a link that asks for none. */
  password: z
    .string()
    .min(4, "Use at least 4 characters.")
    .max(200, "Use at most 200 characters.")
    .nullable(),
})
  .refine(isOfOne, ofOne)
  .refine(
    ({ momentId, exposes }) => !momentId || !Object.values(exposes).includes(true),
    "A link to a moment shows its clip and nothing else. Share its file to show more.",
  );
export type CreateShare = z.input<typeof CreateShare>;

/** Names a share of a library. */
export const OneShare = z.object({ libraryId: z.uuid(), shareId: z.uuid() });
export type OneShare = z.infer<typeof OneShare>;

/** What a visitor brings. Its form is checked by looking for it: a token of none is one that was never made. */
export const ShownShare = z.object({
  token: z.string(),
  /** What `unlockShare` gave for the password; null for none. */
  proof: z.string().nullable(),
});
export type ShownShare = z.infer<typeof ShownShare>;

/** Opens a link; of an album, at one page of it. */
export const VisitShare = ShownShare.extend({ cursor: z.string().max(200).nullish() });
export type VisitShare = z.infer<typeof VisitShare>;

/** Asks for one file behind a link, by what the link calls it. */
export const ShownItem = ShownShare.extend({ reference: z.string() });
export type ShownItem = z.infer<typeof ShownItem>;

/** A try to unlock a share. */
export const UnlockShare = z.object({ token: z.string(), password: z.string().max(200) });
export type UnlockShare = z.infer<typeof UnlockShare>;

/** `open` lets everyone in who has the link; the others say why not. */
export const shareStates = ["open", "expired", "revoked"] as const;
export type ShareState = (typeof shareStates)[number];

/** A share as members see it who may make some. */
export interface ShareSummary {
  shareId: string;
  /** For the link; null when the secret of the instance was changed since: the link works, and cannot be shown again. */
  token: string | null;
  state: ShareState;
  hasPassword: boolean;
  exposes: Exposed;
  expiresAt: Date | null;
  views: number;
  createdAt: Date;
  /** Null when their account is gone. */
  createdBy: string | null;
  mayRevoke: boolean;
}

/** The pictures of a file that visitors may ask for, of the registry in variants/schema.ts. */
export const sharedSizes = ["timeline", "card", "preview"] as const;
export type SharedSize = (typeof sharedSizes)[number];

/** When and with what a file was taken, and what is written about it. */
export interface SharedDetails {
  capturedAt: Date | null;
  /** East of UTC; null when the camera did not say, then `capturedAt` holds its local time as if it were UTC. */
  capturedOffsetMinutes: number | null;
  cameraMake: string | null;
  cameraModel: string | null;
  lensModel: string | null;
  iso: number | null;
  fNumber: number | null;
  exposureSeconds: number | null;
  focalLengthMm: number | null;
  description: string;
}

/** A file behind a link, as its visitors see it. */
export interface SharedItem {
  /** What the link calls it: it says nothing, and no other link knows it. */
  reference: string;
  name: string;
  kind: FileKind;
  /** As displayed, px; null for what shows nothing and while it is not known. */
  widthPx: number | null;
  heightPx: number | null;
  durationMs: number | null;
  /** Of its pictures; null while, or because, there is nothing to show. */
  pictureVersion: string | null;
  /** Null for what does not play. */
  playback: "ready" | "processing" | "failed" | null;
  /** Of what plays: another with each. */
  playVersion: number;
  /** Bytes; null where the link shows no originals. */
  originalSizeBytes: number | null;
  /** Null where the link shows none. */
  details: SharedDetails | null;
  place: { latitude: number; longitude: number } | null;
}

/** All that a visitor is told of a moment, and nothing of the library or the file around it. */
export interface SharedMoment {
  isLocked: false;
  kind: "moment";
  name: string;
  /** Empty for none. */
  description: string;
  isSound: boolean;
  durationMs: number;
  /** While no clip has been completed yet: `failed` until members ask for it again. */
  clip: "ready" | "processing" | "failed";
  /** Of the clip, another with each; 0 for none. */
  version: number;
  hasThumbnail: boolean;
  /** Size of the clip, px; null for sound and while it is not known. */
  widthPx: number | null;
  heightPx: number | null;
  expiresAt: Date | null;
}

/** A file behind a link of its own. */
export interface SharedFile {
  isLocked: false;
  kind: "file";
  item: SharedItem;
  expiresAt: Date | null;
}

/** A page of an album behind a link. */
export interface SharedAlbum {
  isLocked: false;
  kind: "album";
  name: string;
  count: number;
  /** What stands for the album where one picture does; null for one that shows nothing. */
  cover: SharedItem | null;
  items: SharedItem[];
  nextCursor: string | null;
  /** Whether its archive holds the originals. */
  hasOriginals: boolean;
  expiresAt: Date | null;
}

/** A link that asks for a password says nothing but that. */
export interface LockedShare {
  isLocked: true;
}

/** What a link opens. */
export type OpenedShare = SharedMoment | SharedFile | SharedAlbum | LockedShare;

/** A file of an album behind a link, and those beside it. */
export interface SharedAlbumItem {
  isLocked: false;
  album: string;
  item: SharedItem;
  /** References; null at both ends. */
  previous: string | null;
  next: string | null;
  expiresAt: Date | null;
}
