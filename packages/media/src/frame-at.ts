import { runFfmpeg } from "./ffmpeg.ts";
import { threads } from "./video-proxy.ts";

/** A video, and an instant of it. */
interface Instant {
  sourcePath: string;
  mimeType: string;
  /** Since the video's beginning. */
  atMs: number;
  /** What the video's clock shows at its beginning. */
  originMs: number;
  signal?: AbortSignal;
}

/** A frame, and how a run of ffmpeg comes to it. */
interface FoundFrame {
  /** Arguments before the input. The times of frames and sound are then those of the file. */
  seek: string[];
  /** What the file's clock shows when the frame appears, µs. */
  appearsUs: number;
}

/**
 * How far ahead of an instant reading begins, ms: streams without an index are entered anywhere, and show nothing before their next
 * keyframe. Who finds none enters further ahead, and at last reads from the beginning.
 */
const leadsMs = [2_000, 30_000, Number.POSITIVE_INFINITY];
/** Frames this close behind an instant count as of it: ms with a fraction, and a clock of 1/90,000 s, do not hold every time exactly. */
export const slackUs = 20;
/** Reading from the beginning of the longest film takes so long. */
const timeoutMs = 2 * 60 * 60_000;

/**
 * Finds the frame that a player shows at an instant: the last that has appeared by then, however long ago that was.
 * @returns null when no frame has appeared by then
 * @throws MediaError; not permanent when it was stopped or took too long
 */
export async function frameAt(instant: Instant): Promise<FoundFrame | null> {
  for (const leadMs of leadsMs) {
    const seek = seekTo(instant.atMs - leadMs);
    const appearsUs = await lastFrameBy(instant, seek);
    if (appearsUs !== null) return { seek, appearsUs };
    if (leadMs >= instant.atMs) break;
  }
  return null;
}

/** Arguments before the input that enter it at or before a time since its beginning, ms, and leave the file's times as they are. */
export function seekTo(atMs: number): string[] {
  const place = atMs > 0 ? ["-noaccurate_seek", "-ss", (atMs / 1_000).toFixed(6)] : [];
  return ["-copyts", ...place];
}

/** @returns what the file's clock shows when the last frame by the instant appears, µs */
async function lastFrameBy(
  { sourcePath, mimeType, atMs, originMs, signal }: Instant,
  seek: readonly string[],
): Promise<number | null> {
  const pastUs = Math.round((originMs + atMs) * 1_000) + slackUs;
  let lastUs: number | null = null;
  await runFfmpeg({
    inputPath: sourcePath,
    mimeType,
    inputArguments: [...seek, "-threads", threads],
    // The frames come in the order in which they are shown, and none after the trim's end.
    outputArguments: [
      ...["-map", "0:V:0", "-vf", `settb=AVTB,trim=end_pts=${pastUs},showinfo=checksum=0`],
      ...["-f", "null"],
    ],
    onBytes: () => {},
    onLine: (line) => {
      const [, pts] = /\bn:\s*\d+ pts:\s*(-?\d+)/.exec(line) ?? [];
      if (pts !== undefined) lastUs = Number(pts);
    },
    durationMs: null,
    signal,
    timeoutMs,
  });
  return lastUs;
}
