import { availableParallelism } from "node:os";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { openVideo } from "./open-video.ts";
import { type Probe, playsPictures, playsSound, type VideoStream } from "./probe.ts";
import { filterChains, firstThatWorks, fittedSize } from "./video-filters.ts";

/** The largest picture that every browser gets. */
export const proxyBox = { longSidePx: 1920, shortSidePx: 1080 };
const proxyType = "video/mp4";
/** A transcode that is slower than this against its length is stuck. */
export const slowestFactor = 60;
export const shortestTimeoutMs = 10 * 60_000;
/** More threads than this only cost memory at 1080p. */
export const threads = String(Math.min(8, availableParallelism()));
/** Containers that say of each piece when it plays: without that another container cannot take it over. */
const timedContainers = ["mov", "matroska"];
/** Most bits a second of pictures that are taken over: what phones write at 1080p, and a line still carries. */
const mostCopiedBits = 20_000_000;

/**
 * Makes a copy that every browser plays: MP4 with its index in front, at most 1080p. Pictures that browsers play in it are taken
 * over as they are, as of a phone's QuickTime or a film in Matroska, and their sound likewise: that takes seconds, and loses nothing.
 * Others become H.264 High 4.1 CRF 23, and AAC 128k.
 * @throws MediaError; not permanent when it was stopped, took too long or the server ran short
 */
export async function makeVideoProxy(request: {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const { sourcePath, mimeType, outputPath, onProgress, signal } = request;
  const found = await openVideo(sourcePath, { mimeType, signal });
  await firstThatWorks(waysTo(found), (way) =>
    runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      outputPath,
      durationMs: found.durationMs,
      onProgress,
      signal,
      timeoutMs: Math.max(shortestTimeoutMs, (found.durationMs ?? 0) * slowestFactor),
      inputArguments: ["-threads", threads],
      outputArguments: [
        ...["-map", "0:v:0", "-map", "0:a:0?", "-dn", "-sn", "-map_metadata", "-1", "-map_chapters", "-1"],
        ...way,
        ...["-max_muxing_queue_size", "4096", "-movflags", "+faststart", "-f", "mp4", "-y"],
      ],
    }),
  );
}

/** H.264 as every browser plays it. */
export const encodePictures = [
  ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-threads", threads],
  ...["-profile:v", "high", "-level:v", "4.1", "-pix_fmt", "yuv420p"],
];
/** AAC as every browser plays it. */
export const encodeSound = ["-c:a", "aac", "-b:a", "128k", "-ac", "2"];

/** Ways to code, the least first: what one refuses to take over, as sound at a rate that MP4 does not know, the next codes anew. */
function waysTo(found: Probe & { video: VideoStream }): string[][] {
  const encoded = filterChains(found.video, proxyBox).map((filters) => [
    ...[...encodePictures, "-vf", filters],
    ...encodeSound,
  ]);
  if (!mayCopyPictures(found)) return encoded;
  const copied = ["-c:v", "copy", ...(found.video.codec === "h264" ? withoutSei : [])];
  const pictures = [[...copied, ...encodeSound], ...encoded];
  return playsSound(found.audioCodec, proxyType) ? [[...copied, "-c:a", "copy"], ...pictures] : pictures;
}

/** Camcorders write the time and the place of a recording between its pictures, as messages that no player shows (H.264, annex D). */
const withoutSei = ["-bsf:v", "filter_units=remove_types=6"];

function mayCopyPictures({ container, video, bitRate }: Probe & { video: VideoStream }): boolean {
  const { widthPx, heightPx } = fittedSize(video, proxyBox);
  const isSmall = widthPx >= video.widthPx - 1 && heightPx >= video.heightPx - 1;
  const isLight = bitRate !== null && bitRate <= mostCopiedBits;
  const isShown = playsPictures(video, proxyType) && !video.isHdr;
  return isSmall && isLight && isShown && timedContainers.includes(container);
}
