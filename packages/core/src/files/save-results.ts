import { fileVariants } from "@alcoves/jobs";
import { posterKey, proxyKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { requestJobs } from "../processing/index.ts";
import type { Transaction } from "../transaction.ts";
import { findMediaFile } from "./find-media-file.ts";

/** What a metadata reader says of a file; packages/media fits it. */
export interface ReadMetadata {
  widthPx: number | null;
  heightPx: number | null;
  orientation: number | null;
  durationMs: number | null;
  capturedAt: Date | null;
  capturedAtOffsetMinutes: number | null;
  latitude: number | null;
  longitude: number | null;
  camera: { make: string | null; model: string | null; lens: string | null };
  exposure: {
    iso: number | null;
    fNumber: number | null;
    exposureSeconds: number | null;
    focalLengthMm: number | null;
  };
  videoCodec: string | null;
  audioCodec: string | null;
  raw: Record<string, unknown>;
}

/** Keeps what the file says of itself. */
export async function saveMetadata(
  ctx: Transaction<Context>,
  fileId: string,
  read: ReadMetadata,
): Promise<void> {
  const { camera, exposure, raw, capturedAtOffsetMinutes } = read;
  await ctx.db.file.update({
    where: { id: fileId },
    data: {
      widthPx: read.widthPx,
      heightPx: read.heightPx,
      orientation: read.orientation,
      durationMs: read.durationMs,
      capturedAt: read.capturedAt,
      capturedOffsetMinutes: capturedAtOffsetMinutes,
      latitude: read.latitude,
      longitude: read.longitude,
      cameraMake: camera.make,
      cameraModel: camera.model,
      lensModel: camera.lens,
      iso: exposure.iso,
      fNumber: exposure.fNumber,
      exposureSeconds: exposure.exposureSeconds,
      focalLengthMm: exposure.focalLengthMm,
      videoCodec: read.videoCodec,
      audioCodec: read.audioCodec,
    },
  });
  const json = raw as object;
  await ctx.db.fileMetadata.upsert({
    where: { fileId },
    create: { fileId, raw: json },
    update: { raw: json },
  });
}

/** Keeps the placeholder that a grid shows before the picture. */
export async function saveThumbhash(
  ctx: Transaction<Context>,
  fileId: string,
  thumbhash: Buffer,
): Promise<void> {
  await ctx.db.file.update({ where: { id: fileId }, data: { thumbhash: new Uint8Array(thumbhash) } });
}

/** Keeps the SHA-256 of a file's bytes. */
export async function saveHash(ctx: Transaction<Context>, fileId: string, sha256: Buffer): Promise<void> {
  await ctx.db.file.update({ where: { id: fileId }, data: { sha256: new Uint8Array(sha256) } });
}

/** Asks for the pictures of a video, whose poster has just been taken. */
export async function requestVariants(ctx: Transaction<Context>, fileId: string): Promise<void> {
  await requestJobs(ctx, fileVariants, [fileId]);
}

/** Moves a poster under the key of its version; the row does not point to it before the job has ended. */
export async function savePoster(
  ctx: Context,
  fileId: string,
  { version, localPath }: { version: number; localPath: string },
): Promise<void> {
  const { file } = await findMediaFile(ctx, fileId);
  await ctx.services.storage.adopt(localPath, posterKey({ ...file, version }));
}

/** Moves a proxy under the key of its version; until the job has ended the old one is played. */
export async function saveProxy(
  ctx: Context,
  fileId: string,
  { version, localPath }: { version: number; localPath: string },
): Promise<void> {
  const { file } = await findMediaFile(ctx, fileId);
  await ctx.services.storage.adopt(localPath, proxyKey({ ...file, version }));
}
