import { MediaError } from "./errors.ts";
import { runFfmpeg, secondsIn } from "./ffmpeg.ts";

/** Reading through needs no decoding: even the largest recordings take seconds. */
const timeoutMs = 5 * 60_000;

/**
 * Finds how long a video or sound is that does not say so, by reading it through.
 * @returns ms, to a hundredth of a second; null when it cannot be read so
 * @throws MediaError, not permanent, when it was stopped
 */
export async function measureDuration(
  inputPath: string,
  { mimeType, signal }: { mimeType: string; signal?: AbortSignal },
): Promise<number | null> {
  let seconds = 0;
  try {
    await runFfmpeg({
      inputPath,
      mimeType,
      outputArguments: ["-map", "0:v:0?", "-map", "0:a:0?", "-c", "copy", "-f", "null"],
      onBytes: () => {},
      onLine: (line) => {
        seconds = secondsIn(line) ?? seconds;
      },
      durationMs: null,
      signal,
      timeoutMs,
    });
  } catch (error) {
    // What cannot be read through is told of where its pictures or its sound are wanted.
    if (signal?.aborted || !(error instanceof MediaError)) throw error;
    return null;
  }
  return seconds > 0 ? Math.round(seconds * 1_000) : null;
}
