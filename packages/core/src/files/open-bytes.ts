import { motionKey, originalKey, proxyKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { findMediaFile } from "./find-media-file.ts";
import { isInlineSafe, proxyMimeType } from "./playback.ts";

/** Bytes that a route may send, and how. */
export interface FileBytes {
  key: string;
  /** Strong: the bytes under it never change. */
  etag: string;
  mimeType: string;
  /** The file's label. */
  name: string;
  inline: boolean;
}

/** The original of a file. @throws NOT_FOUND to everyone who is nothing to its library */
export async function openOriginal(ctx: Context, fileId: string): Promise<FileBytes> {
  const { file } = await findMediaFile(ctx, fileId);
  return {
    key: originalKey(file),
    etag: `"${fileId}-original"`,
    mimeType: file.mimeType,
    name: file.name,
    inline: isInlineSafe(file.mimeType),
  };
}

/** The playable copy of a video or of sound, as last completed. @throws NOT_FOUND also while there is none */
export async function openProxy(ctx: Context, fileId: string): Promise<FileBytes> {
  const { file } = await findMediaFile(ctx, fileId);
  if (file.proxyDoneVersion === 0) throw notFound("proxy");
  return {
    key: proxyKey({ ...file, version: file.proxyDoneVersion }),
    etag: `"${fileId}-proxy-${file.proxyDoneVersion}"`,
    mimeType: proxyMimeType(file),
    name: `${file.name.replace(/\.[^.]*$/, "")}.${file.kind === "audio" ? "m4a" : "mp4"}`,
    inline: true,
  };
}

/** The clip of a motion photo, as last completed. @throws NOT_FOUND also for a photo that has none */
export async function openMotion(ctx: Context, fileId: string): Promise<FileBytes> {
  const { file } = await findMediaFile(ctx, fileId);
  if (file.motionDoneVersion === 0) throw notFound("clip");
  return {
    key: motionKey({ ...file, version: file.motionDoneVersion }),
    etag: `"${fileId}-motion-${file.motionDoneVersion}"`,
    mimeType: "video/mp4",
    name: `${file.name.replace(/\.[^.]*$/, "")}.mp4`,
    inline: true,
  };
}
