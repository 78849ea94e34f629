import { readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Semaphore } from "async-mutex";
import sharp, { type Sharp } from "sharp";
import { MediaError } from "./errors.ts";
import { bytesToDecode, decodingBytes, largestPixels, refuseBomb } from "./image-limits.ts";
import type { RenderSource } from "./render-source.ts";

/** Loaders that may open a file. Every other one of libvips is shut: each is a way in (PDF, ImageMagick formats, .v). */
const allowedLoaders = [
  "VipsForeignLoadJpeg",
  "VipsForeignLoadPng",
  "VipsForeignLoadWebp",
  "VipsForeignLoadNsgif",
  "VipsForeignLoadHeif",
  "VipsForeignLoadTiff",
  "VipsForeignLoadSvg",
];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: allowedLoaders });
// Files are read once: a cache of operations would hold memory for nothing.
sharp.cache(false);
sharp.concurrency(Math.max(1, Math.ceil(availableParallelism() / 2)));

/** Longest a picture may take, seconds. */
const timeoutSeconds = 30;

/** Largest drawing, bytes. */
const largestSvgBytes = 16 * 1024 * 1024;

/**
 * A drawing may name other files, and librsvg reads those that lie beside it. Handed over as bytes it lies nowhere.
 * @throws MediaError for a drawing that is too large to be read at once
 */
async function inputOf(path: string, mimeType: string): Promise<string | Buffer> {
  if (mimeType !== "image/svg+xml") return path;
  const { size } = await stat(path);
  if (size > largestSvgBytes) throw new MediaError("The drawing is too large to be shown.");
  return readFile(path);
}

/** An image that is open: what is made of it, and its size as displayed. */
export interface OpenImage {
  image: Sharp;
  widthPx: number;
  heightPx: number;
  /** Memory that is taken while it is decoded. */
  bytes: number;
}

/** The semaphore counts down to find who fits: it is given megabytes, not bytes. */
const unitBytes = 1_000_000;

/** Memory that is left for pictures: each takes what it needs and gives it back, so that many large ones wait for each other. */
const memory = new Semaphore(decodingBytes / unitBytes);

/** Opens an image and works on it when there is memory for that. @throws MediaError */
export function withImage<Result>(
  source: RenderSource,
  work: (open: OpenImage) => Promise<Result>,
): Promise<Result> {
  return readingImage(async () => {
    const open = await openImage(source);
    return memory.runExclusive(() => work(open), Math.ceil(open.bytes / unitBytes));
  });
}

/** Opens the first frame of an image, upright, in sRGB, bounded in pixels, memory and time. @throws MediaError */
export async function openImage({ path, mimeType, isUpright }: RenderSource): Promise<OpenImage> {
  const image = sharp(await inputOf(path, mimeType), {
    limitInputPixels: largestPixels,
    failOn: "error",
    pages: 1,
    sequentialRead: true,
  });
  const header = await image.metadata();
  refuseBomb(header);
  const { width, height } = isUpright ? header : header.autoOrient;
  const upright = isUpright ? image : image.autoOrient();
  return {
    image: upright.timeout({ seconds: timeoutSeconds }).toColourspace("srgb"),
    widthPx: width,
    heightPx: height,
    bytes: Math.min(bytesToDecode(header), decodingBytes),
  };
}

/** Runs work on an image and turns what libvips says into a sentence. @throws MediaError */
export async function readingImage<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof MediaError ? error : explain(error);
  }
}

function explain(cause: unknown): MediaError {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/timeout/i.test(text)) return new MediaError("The picture timed out.", { permanent: false, cause });
  if (/exceeds pixel limit/i.test(text))
    return new MediaError("The image is too large to be shown.", { cause });
  if (/unsupported image format|is blocked|not known/i.test(text)) {
    return new MediaError("This kind of image cannot be shown.", { cause });
  }
  if (/ENOSPC|ENOMEM|EMFILE|no space|out of memory/i.test(text)) {
    return new MediaError("The server has no room to make the picture.", { permanent: false, cause });
  }
  return new MediaError("The image is damaged or incomplete.", { cause });
}
