import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { MediaError } from "./errors.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { openVideo } from "./open-video.ts";
import type { VideoStream } from "./probe.ts";
import { type Box, filterChains, firstThatWorks } from "./video-filters.ts";

/** How large a poster is at most, and how it is written. */
interface PosterForm {
  box: Box;
  encode: readonly string[];
}

const forms = {
  /** What pictures of a file are made from. */
  file: {
    box: { longSidePx: 480, shortSidePx: 480 },
    encode: ["-c:v", "libwebp", "-quality", "80"],
  },
  /** What a page of one video shows, and what other sites show of it: those take no WebP for granted. */
  page: {
    box: { longSidePx: 1280, shortSidePx: 720 },
    encode: ["-c:v", "mjpeg", "-q:v", "3"],
  },
} as const satisfies Record<string, PosterForm>;
/** Places to look at, in order, as shares of the length; 0 is there in every video. */
const places = [0.1, 0.25, 0.5, 0];
/** The first look goes no further, so that a long film shows its beginning. */
const latestSecond = 10;
/** A frame below these, of 255, is nearly black or of nearly one colour. */
const darkestMean = 20;
const dullestDeviation = 10;

interface PosterRequest {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  /** WebP of 480 px on its long side for a `file`, JPEG within 1280 × 720 px, either way, for a `page`. */
  form?: keyof typeof forms;
  signal?: AbortSignal;
}

/**
 * Takes a video's poster: a frame a tenth into it; when that is nearly black or of one colour, the best of a few others.
 * @throws MediaError when the video has no frame
 */
export async function makeVideoPoster(request: PosterRequest): Promise<void> {
  const { sourcePath, mimeType, outputPath, signal } = request;
  const { video, durationMs } = await openVideo(sourcePath, { mimeType, signal });
  let best: { frame: Buffer; deviation: number } | null = null;
  for (const second of secondsOf(durationMs)) {
    const frame = await takeFrame(request, { video, second });
    const look = frame && (await lookOf(frame));
    if (!frame || !look) continue;
    if (!best || look.deviation > best.deviation) best = { frame, deviation: look.deviation };
    if (look.mean >= darkestMean && look.deviation >= dullestDeviation) break;
  }
  if (!best) throw new MediaError("The video holds no pictures.");
  await writeFile(outputPath, best.frame);
}

function secondsOf(durationMs: number | null): number[] {
  if (!durationMs) return [0];
  return places.map((place, turn) =>
    Math.min(turn === 0 ? latestSecond : Number.POSITIVE_INFINITY, (place * durationMs) / 1_000),
  );
}

/** @returns null when there is no frame at that place: ffmpeg ends well then and writes nothing */
async function takeFrame(
  { sourcePath, mimeType, signal, form = "file" }: PosterRequest,
  { video, second }: { video: VideoStream; second: number },
): Promise<Buffer | null> {
  const { box, encode } = forms[form];
  let frame = Buffer.alloc(0);
  await firstThatWorks(filterChains(video, box), async (filters) => {
    const pieces: Buffer[] = [];
    await runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      inputArguments: ["-ss", second.toFixed(3), "-threads", "2"],
      outputArguments: [
        ...["-map", "0:v:0", "-frames:v", "1", "-vf", filters, "-map_metadata", "-1"],
        ...[...encode, "-f", "image2pipe"],
      ],
      onBytes: (bytes) => pieces.push(bytes),
      durationMs: null,
      signal,
      timeoutMs: 60_000,
    });
    frame = Buffer.concat(pieces);
  });
  return frame.length > 0 ? frame : null;
}

/** How bright and how varied a frame is, 0–255. */
async function lookOf(frame: Buffer): Promise<{ mean: number; deviation: number } | null> {
  const { channels } = await sharp(frame).greyscale().stats();
  const [grey] = channels;
  return grey ? { mean: grey.mean, deviation: grey.stdev } : null;
}
