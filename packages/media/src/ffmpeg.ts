import ffmpeg from "fluent-ffmpeg";
import { demuxerOf } from "./demuxers.ts";
import { MediaError } from "./errors.ts";

/** How far a run is. */
export interface MediaProgress {
  /** 0–1. */
  fraction: number;
  etaSeconds: number | null;
}

/** One run of ffmpeg: a file in, a file out. */
export interface FfmpegRun {
  inputPath: string;
  /** Sniffed: it decides the one demuxer that may open the input. */
  mimeType: string;
  inputArguments?: string[];
  outputArguments: string[];
  outputPath: string;
  /** Length of the input, for progress. */
  durationMs: number | null;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
  timeoutMs: number;
}

/** Niceness of the child: what people wait for goes before. */
const niceness = 10;

/**
 * Runs ffmpeg without a terminal, without network protocols and with a forced demuxer, and kills it with the signal.
 * @throws MediaError with a readable reason; not permanent when it was stopped or took too long
 */
export function runFfmpeg(run: FfmpegRun): Promise<void> {
  const startedAt = performance.now();
  const command = ffmpeg({ niceness, timeout: run.timeoutMs / 1_000 })
    .input(`file:${run.inputPath}`)
    .inputFormat(demuxerOf(run.mimeType))
    .inputOptions(["-nostdin", "-protocol_whitelist", "file,pipe", ...(run.inputArguments ?? [])])
    .outputOptions(run.outputArguments)
    .output(`file:${run.outputPath}`);
  const abort = () => command.kill("SIGKILL");
  return new Promise<void>((resolve, reject) => {
    command.on("progress", ({ timemark }: { timemark: string }) => {
      if (!run.onProgress || !run.durationMs) return;
      const fraction = Math.min(1, millisecondsOf(timemark) / run.durationMs);
      const elapsedSeconds = (performance.now() - startedAt) / 1_000;
      run.onProgress({
        fraction,
        etaSeconds: fraction > 0 ? elapsedSeconds / fraction - elapsedSeconds : null,
      });
    });
    command.on("end", () => resolve());
    command.on("error", (cause: Error) => reject(explain(cause, run.signal)));
    if (run.signal?.aborted) return reject(explain(new Error("aborted"), run.signal));
    run.signal?.addEventListener("abort", abort, { once: true });
    command.run();
  }).finally(() => run.signal?.removeEventListener("abort", abort));
}

/** ffmpeg's `HH:MM:SS.cc`, or plain seconds. */
function millisecondsOf(timemark: string): number {
  const seconds = timemark.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : 0;
}

function explain(cause: Error, signal: AbortSignal | undefined): MediaError {
  if (signal?.aborted) return new MediaError("The work was stopped.", { permanent: false, cause });
  if (/timeout/i.test(cause.message))
    return new MediaError("The video took too long to convert.", { permanent: false, cause });
  if (/No space left/i.test(cause.message)) {
    return new MediaError("The disk of the server is full.", { permanent: false, cause });
  }
  return new MediaError("The video is damaged, or of a kind that cannot be converted.", { cause });
}
