import { availableParallelism } from "node:os";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { openVideo } from "./open-video.ts";
import { filterChains, firstThatWorks } from "./video-filters.ts";

const box = { longSidePx: 1920, shortSidePx: 1080 };
/** A transcode that is slower than this against its length is stuck. */
const slowestFactor = 60;
const shortestTimeoutMs = 10 * 60_000;
/** More threads than this only cost memory at 1080p. */
const threads = String(Math.min(8, availableParallelism()));

/**
 * Makes a copy that every browser plays: H.264 High 4.1 CRF 23, AAC 128k, MP4 with its index in front, at most 1080p.
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
  const { video, durationMs } = await openVideo(sourcePath, { mimeType, signal });
  await firstThatWorks(filterChains(video, box), (filters) =>
    runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      outputPath,
      durationMs,
      onProgress,
      signal,
      timeoutMs: Math.max(shortestTimeoutMs, (durationMs ?? 0) * slowestFactor),
      inputArguments: ["-threads", threads],
      outputArguments: [
        ...["-map", "0:v:0", "-map", "0:a:0?", "-dn", "-sn", "-map_metadata", "-1", "-map_chapters", "-1"],
        ...["-vf", filters, "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-threads", threads],
        ...["-profile:v", "high", "-level:v", "4.1", "-pix_fmt", "yuv420p"],
        ...["-c:a", "aac", "-b:a", "128k", "-ac", "2", "-max_muxing_queue_size", "4096"],
        ...["-movflags", "+faststart", "-f", "mp4", "-y"],
      ],
    }),
  );
}
