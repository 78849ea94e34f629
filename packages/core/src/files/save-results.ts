import type { File } from "@alcoves/db/models";
import { fileVariants, photoMotion, videoProxy } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { meetCopies } from "../likeness/index.ts";
import { requestJobs } from "../processing/index.ts";
import type { Transaction } from "../transaction.ts";
import { pairLivePhoto } from "./pair-live-photo.ts";
import type { CaptureSource } from "./schema.ts";
import { kindOf } from "./sniff.ts";

/** What a metadata reader says of a file, by the columns it is kept in; packages/media fits it. */
export type ReadMetadata = Pick<
  File,
  | "widthPx"
  | "heightPx"
  | "orientation"
  | "durationMs"
  | "capturedAt"
  | "capturedOffsetMinutes"
  | "latitude"
  | "longitude"
  | "cameraMake"
  | "cameraModel"
  | "lensModel"
  | "iso"
  | "fNumber"
  | "exposureSeconds"
  | "focalLengthMm"
  | "videoCodec"
  | "audioCodec"
  | "title"
  | "description"
  | "keywords"
  | "rating"
  | "artist"
  | "album"
  | "genre"
  | "trackNumber"
  | "is360"
  | "isAnimated"
  | "isWebPlayable"
  | "contentIdentifier"
> & {
  capturedAtSource: CaptureSource | null;
  /** The type it should go by, which only looking into it tells: many sounds are in the container of a video. */
  mimeType: string;
  /** A photo with a clip in it, which is a job to take out. */
  hasMotion: boolean;
  /** A video or sound that browsers do not play, or cannot seek in, of which a copy is a job to make. */
  needsCopy: boolean;
  raw: Record<string, unknown>;
};

/** Keeps what the file says of itself, and asks for what follows from it: the copy that browsers play, the clip of a photo. */
export async function saveMetadata(
  ctx: Transaction<Context>,
  fileId: string,
  { raw, hasMotion, needsCopy, mimeType, ...columns }: ReadMetadata,
): Promise<void> {
  const { motionVersion, proxyVersion } = await ctx.db.file.update({
    where: { id: fileId },
    data: { ...columns, mimeType, needsCopy, kind: kindOf(mimeType) },
  });
  const json = raw as object;
  await ctx.db.fileMetadata.upsert({
    where: { fileId },
    create: { fileId, raw: json },
    update: { raw: json },
  });
  const { contentIdentifier } = columns;
  // An original never changes: what is made of it is asked for once.
  if (hasMotion && motionVersion === 0) await requestJobs(ctx, photoMotion, [fileId]);
  if (needsCopy && proxyVersion === 0) await requestJobs(ctx, videoProxy, [fileId]);
  if (contentIdentifier) await pairLivePhoto(ctx, { fileId, contentIdentifier });
}

/** Keeps the SHA-256 of a file's bytes, and brings it together with its copies. */
export async function saveHash(ctx: Transaction<Context>, fileId: string, sha256: Buffer): Promise<void> {
  const { libraryId } = await ctx.db.file.update({
    where: { id: fileId },
    data: { sha256: new Uint8Array(sha256) },
    select: { libraryId: true },
  });
  await meetCopies(ctx, { fileId, libraryId, sha256 });
}

/** Asks for the pictures of a file anew, as when its poster or cover has just been taken: what was held against it is forgotten. */
export async function requestVariants(ctx: Transaction<Context>, fileId: string): Promise<void> {
  await ctx.db.file.update({
    where: { id: fileId },
    data: { variantsRegistry: 0, variantsStrikes: 0 },
  });
  await requestJobs(ctx, fileVariants, [fileId]);
}
