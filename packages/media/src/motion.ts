import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { MediaError } from "./errors.ts";
import { extractBinary, readTags } from "./exiftool.ts";
import { isWebPlayable, probe } from "./probe.ts";
import { firstOf, listOf, type Tags, writtenOf } from "./tags.ts";
import { makeVideoProxy } from "./video-proxy.ts";

/** What exiftool calls the clip in a photo of Samsung, and in a HEIC of any maker. */
const clipTags = ["EmbeddedVideoFile", "MotionPhotoVideo"] as const;
/** A clip of some seconds has some MB. */
const largestClipBytes = 256 * 1024 * 1024;
const mimeType = "video/mp4";

/** @returns whether a photo says that a clip is in it */
export function hasMotion(tags: Tags): boolean {
  return bytesFromEnd(tags) !== null || clipTagOf(tags) !== null;
}

/**
 * Takes the clip out of a motion photo, as a file that every browser plays: Google's (MicroVideo, and Motion Photo 1.0 with
 * its container directory), Samsung's, and those in a HEIC.
 * @throws MediaError when there is none after all
 */
export async function extractMotion(request: {
  sourcePath: string;
  outputPath: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { sourcePath, outputPath, signal } = request;
  const clipPath = `${outputPath}.${randomUUID()}`;
  try {
    await takeOut(sourcePath, clipPath, await readTags(sourcePath));
    if (isWebPlayable(await probe(clipPath, { mimeType, signal }))) await rename(clipPath, outputPath);
    else await makeVideoProxy({ sourcePath: clipPath, mimeType, outputPath, signal });
  } finally {
    await rm(clipPath, { force: true });
  }
}

async function takeOut(sourcePath: string, clipPath: string, tags: Tags): Promise<void> {
  const tag = clipTagOf(tags);
  const length = bytesFromEnd(tags);
  const { size } = await stat(sourcePath);
  const start = length === null ? null : size - length;
  if (start !== null && start > 0 && size - start <= largestClipBytes && (await isMp4At(sourcePath, start))) {
    await pipeline(createReadStream(sourcePath, { start }), createWriteStream(clipPath));
  } else if (tag) await extractBinary(sourcePath, { tag, output: clipPath });
  else throw new MediaError("The clip of this photo is missing.");
}

/** An MP4 begins with a box `ftyp` (ISO/IEC 14496-12, 4.3). */
async function isMp4At(path: string, start: number): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, start);
    return bytesRead === 8 && buffer.toString("latin1", 4) === "ftyp";
  } finally {
    await file.close();
  }
}

function clipTagOf(tags: Tags): (typeof clipTags)[number] | null {
  return clipTags.find((tag) => Object.keys(tags).some((name) => name.endsWith(`:${tag}`))) ?? null;
}

/**
 * How far before the end of the file the clip begins, bytes: what follows it in the directory lies behind it
 * (Motion Photo format 1.0, "Container element").
 */
function bytesFromEnd(tags: Tags): number | null {
  const items = listOf(firstOf(tags, ["XMP:ContainerDirectory"])).map(itemOf);
  const at = items.findIndex(({ semantic }) => semantic === "MotionPhoto");
  const inDirectory = items.slice(at).reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
  const length = at >= 0 ? inDirectory : Number(writtenOf(firstOf(tags, ["XMP:MicroVideoOffset"])));
  return Number.isSafeInteger(length) && length > 0 ? length : null;
}

function itemOf(entry: unknown): { semantic: string; lengthBytes: number } {
  const outer = fieldsOf(entry);
  const item = "Item" in outer ? fieldsOf(outer.Item) : outer;
  return {
    semantic: writtenOf(item.Semantic),
    lengthBytes: Number(writtenOf(item.Length)) + Number(writtenOf(item.Padding)),
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
