import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { originalKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { scratchPath } from "../scratch.ts";
import { findMediaFile, type MediaFile } from "./find-media-file.ts";

/** A file's bytes on this machine, for the time of one job. */
export interface LocalOriginal {
  path: string;
  mimeType: string;
  sizeBytes: number;
  file: MediaFile;
  /** Path of a new scratch file or folder with that extension; removed with the job if it is still there. */
  scratchFile(extension: string): string;
}

/** Gives a job the original as a local path and cleans up after it. @throws NOT_FOUND when the file is gone */
export async function withOriginal<Result>(
  ctx: Context,
  fileId: string,
  work: (original: LocalOriginal) => Promise<Result>,
): Promise<Result> {
  const { file } = await findMediaFile(ctx, fileId);
  const { storage } = ctx.services;
  const key = originalKey(file);
  const sizeBytes = (await storage.stat(key))?.sizeBytes ?? 0;
  const local = await storage.localPath(key, scratchPath(ctx.services));
  const scratch: string[] = [];
  const scratchFile = (extension: string) => {
    const path = join(scratchPath(ctx.services), `${randomUUID()}.${extension}`);
    scratch.push(path);
    return path;
  };
  try {
    return await work({ path: local.path, mimeType: file.mimeType, sizeBytes, file, scratchFile });
  } finally {
    await local.dispose();
    await Promise.all(scratch.map((path) => rm(path, { recursive: true, force: true })));
  }
}
