import { MediaError } from "./errors.ts";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { probe } from "./probe.ts";

const shortestTimeoutMs = 10 * 60_000;
/** Sound that takes longer than this against its length is stuck. */
const slowestFactor = 2;

/**
 * Makes a copy of sound that every browser plays: AAC 128k, mono or stereo, MP4 with its index in front.
 * @throws MediaError when there is no sound; not permanent when it was stopped, took too long or the server ran short
 */
export async function makeSoundProxy(request: {
  sourcePath: string;
  mimeType: string;
  outputPath: string;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const { sourcePath, mimeType, outputPath, onProgress, signal } = request;
  const { audioCodec, durationMs } = await probe(sourcePath, { mimeType, signal });
  if (audioCodec === null) throw new MediaError("This file holds no sound.");
  await runFfmpeg({
    inputPath: sourcePath,
    mimeType,
    outputPath,
    durationMs,
    onProgress,
    signal,
    timeoutMs: Math.max(shortestTimeoutMs, (durationMs ?? 0) * slowestFactor),
    inputArguments: ["-vn"],
    outputArguments: [
      ...["-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1"],
      ...["-af", "aformat=channel_layouts=mono|stereo", "-c:a", "aac", "-b:a", "128k"],
      ...["-movflags", "+faststart", "-f", "mp4", "-y"],
    ],
  });
}
