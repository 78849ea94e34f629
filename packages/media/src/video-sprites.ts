import sharp from "sharp";
import { MediaError } from "./errors.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { openVideo } from "./open-video.ts";
import type { VideoStream } from "./probe.ts";
import { type Box, filterChains, firstThatWorks, fittedSize } from "./video-filters.ts";

const tileBox: Box = { longSidePx: 160, shortSidePx: 160 };
const mostTiles = 100;
const shortestIntervalMs = 1_000;
/** Tiles beside one another in the sheet. */
const columns = 10;
/** A film of at most as many pixels is decoded whole, for tiles of their very moments: a minute of 1080p at 30 frames. */
const affordablePixels = 1920 * 1080 * 30 * 60;

/** How the tiles of a sheet lie: in reading order, one for each interval of the film. */
export interface SpriteIndex {
  /** Version of this form. */
  version: 1;
  /** The first tile is of 0 ms, each further one of so much later. */
  intervalMs: number;
  count: number;
  columns: number;
  tileWidthPx: number;
  tileHeightPx: number;
}

/** What the sprites of a video are made from. */
export interface SpritesRequest {
  sourcePath: string;
  mimeType: string;
  /** Where the sheet goes, WebP. */
  outputPath: string;
  onProgress?: (progress: { fraction: number; etaSeconds: number | null }) => void;
  signal?: AbortSignal;
}

/**
 * Takes the small pictures that a player shows while somebody scrubs: at most a hundred, at least a second apart, 160 px on
 * their long side, on one sheet. A short film is decoded once. Of a longer one only the keyframe before each tile is, so
 * that the time does not grow with its length.
 * @returns how the tiles lie; null when the length of the video is not known
 * @throws MediaError when the video has no pictures; not permanent when it was stopped or took too long
 */
export async function makeVideoSprites(request: SpritesRequest): Promise<SpriteIndex | null> {
  const { sourcePath, mimeType, outputPath, signal } = request;
  const { video, durationMs } = await openVideo(sourcePath, { mimeType, signal });
  if (!durationMs) return null;
  const index = layOut(video, durationMs);
  const film = { ...request, video, index };
  const pixels = video.widthPx * video.heightPx * (video.frameRate ?? 30) * (durationMs / 1_000);
  const tiles = pixels <= affordablePixels ? await decodeThrough(film) : await seekEach(film);
  if (tiles.length === 0) throw new MediaError("The video holds no pictures.");
  await writeSheet(tiles, index, outputPath);
  return { ...index, count: tiles.length };
}

function layOut(video: VideoStream, durationMs: number): SpriteIndex {
  const intervalMs = Math.max(shortestIntervalMs, Math.ceil(durationMs / mostTiles));
  const { widthPx, heightPx } = fittedSize(video, tileBox);
  const count = Math.max(1, Math.ceil(durationMs / intervalMs));
  return { version: 1, intervalMs, count, columns, tileWidthPx: widthPx, tileHeightPx: heightPx };
}

/** A video whose tiles are laid out. */
interface Film extends SpritesRequest {
  video: VideoStream;
  index: SpriteIndex;
}

/** @returns the frame of each interval's beginning */
function decodeThrough(film: Film): Promise<Buffer[]> {
  const { intervalMs, count } = film.index;
  return takeFrames(film, {
    inputArguments: [],
    filter: `fps=1000/${intervalMs}:start_time=0:round=up`,
    most: count,
  });
}

/** @returns the keyframe before each interval's beginning */
async function seekEach(film: Film): Promise<Buffer[]> {
  const { intervalMs, count } = film.index;
  const startedAt = performance.now();
  const tiles: Buffer[] = [];
  for (let place = 0; place < count; place += 1) {
    const second = ((place * intervalMs) / 1_000).toFixed(3);
    const [found] = await takeFrames(film, {
      inputArguments: ["-skip_frame", "nokey", "-noaccurate_seek", "-ss", second],
      filter: null,
      most: 1,
    });
    // Where a film has no frame, as at a cut-off end, the one before stands for it.
    const tile = found ?? tiles.at(-1);
    if (tile) tiles.push(tile);
    const fraction = (place + 1) / count;
    const elapsedSeconds = (performance.now() - startedAt) / 1_000;
    film.onProgress?.({ fraction, etaSeconds: elapsedSeconds / fraction - elapsedSeconds });
  }
  return tiles;
}

/** @returns pixels of the frames that come, RGB */
async function takeFrames(
  { sourcePath, mimeType, video, index, signal }: Film,
  { inputArguments, filter, most }: { inputArguments: string[]; filter: string | null; most: number },
): Promise<Buffer[]> {
  const frameBytes = index.tileWidthPx * index.tileHeightPx * 3;
  let frames: Buffer[] = [];
  await firstThatWorks(filterChains(video, tileBox), async (chain) => {
    const pieces: Buffer[] = [];
    await runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      inputArguments: [...inputArguments, "-threads", "2"],
      outputArguments: [
        ...["-map", "0:v:0", "-frames:v", String(most), "-c:v", "rawvideo", "-f", "rawvideo"],
        ...["-vf", [...(filter ? [filter] : []), chain, "format=rgb24"].join()],
      ],
      onBytes: (bytes) => pieces.push(bytes),
      durationMs: null,
      signal,
      timeoutMs: 10 * 60_000,
    });
    const bytes = Buffer.concat(pieces);
    frames = Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, place) =>
      bytes.subarray(place * frameBytes, (place + 1) * frameBytes),
    );
  });
  return frames;
}

async function writeSheet(tiles: readonly Buffer[], index: SpriteIndex, outputPath: string): Promise<void> {
  const { tileWidthPx: width, tileHeightPx: height } = index;
  const raw = { width, height, channels: 3 } as const;
  await sharp({
    create: {
      width: width * Math.min(columns, tiles.length),
      height: height * Math.ceil(tiles.length / columns),
      channels: 3,
      background: "black",
    },
  })
    .composite(
      tiles.map((input, place) => ({
        input,
        raw,
        left: (place % columns) * width,
        top: Math.floor(place / columns) * height,
      })),
    )
    .webp({ quality: 65 })
    .toFile(outputPath);
}
