import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import ffmpeg from "fluent-ffmpeg";
import { demuxerOf } from "./demuxers.ts";
import { MediaError } from "./errors.ts";
import { explainFfmpeg, ranOutOfMemory } from "./ffmpeg-reasons.ts";

/** How far a run is. */
export interface MediaProgress {
  /** 0–1. */
  fraction: number;
  etaSeconds: number | null;
}

/** One run of ffmpeg: a file in; out comes a file, or bytes that are taken as they come. */
export type FfmpegRun = FfmpegInput & ({ outputPath: string } | { onBytes(bytes: Buffer): void });

interface FfmpegInput {
  inputPath: string;
  /** Sniffed: it decides the one demuxer that may open the input. */
  mimeType: string;
  inputArguments?: string[];
  outputArguments: string[];
  /** Length of the input, for progress. */
  durationMs: number | null;
  onProgress?: (progress: MediaProgress) => void;
  /** Hears what ffmpeg says beside its work, line by line: some filters tell their result there. */
  onLine?: (line: string) => void;
  signal?: AbortSignal;
  timeoutMs: number;
}

/** Niceness of the child: what people wait for goes before. */
const niceness = 10;

/** Largest frame of a video, pixels: 8192². A decoder keeps several of them. */
export const largestFramePixels = 8192 * 8192;

/** What every run and every look into a file says before the input: neither network nor other files. */
export const guards = ["-protocol_whitelist", "file,pipe", "-max_pixels", String(largestFramePixels)];

/**
 * Runs ffmpeg without a terminal, without network protocols and with a forced demuxer. Settles when the process has
 * ended: after the signal or the time limit it is killed first, and what it wrote is removed.
 * @throws MediaError with a readable reason; not permanent when it was stopped or took too long
 */
export async function runFfmpeg(run: FfmpegRun): Promise<void> {
  const timeout = AbortSignal.timeout(run.timeoutMs);
  const stop = run.signal ? AbortSignal.any([run.signal, timeout]) : timeout;
  if (stop.aborted) throw stopped(run.signal);
  try {
    await spawn(run, stop);
  } catch (cause) {
    if ("outputPath" in run) await rm(run.outputPath, { force: true });
    throw stop.aborted ? stopped(run.signal, cause) : explainFfmpeg(cause);
  }
}

ffmpeg.setFfmpegPath(fileURLToPath(new URL("./ffmpeg-on-leash.sh", import.meta.url)));

function spawn(run: FfmpegRun, stop: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const outputPath = "outputPath" in run ? run.outputPath : "";
  const sink = "onBytes" in run ? sinkOf(run.onBytes) : null;
  const command = ffmpeg({ niceness })
    .input(`file:${resolve(run.inputPath)}`)
    .inputFormat(demuxerOf(run.mimeType))
    // Spread, for the library takes an argument with one space in a list for two.
    .inputOptions("-nostdin", ...guards, ...(run.inputArguments ?? []))
    .outputOptions(...run.outputArguments)
    // Without "file:", which the muxer of streams takes for a folder where the process runs. A path from the root is no protocol.
    .output(sink ?? resolve(outputPath));
  const kill = () => command.kill("SIGKILL");
  return new Promise<void>((resolve, reject) => {
    // Not the library's "progress": for that it runs an ffprobe of its own on the input, without our guards.
    command.on("stderr", (line: string) => {
      run.onLine?.(line);
      const fraction = fractionOf(line, run.durationMs);
      if (fraction === null || !run.onProgress) return;
      const elapsedSeconds = (performance.now() - startedAt) / 1_000;
      run.onProgress({
        fraction,
        etaSeconds: fraction > 0 ? elapsedSeconds / fraction - elapsedSeconds : null,
      });
    });
    // The process starts some moments after run(): a stop in between would find nothing to kill.
    command.on("start", () => {
      if (stop.aborted) kill();
    });
    command.on("end", (_stdout: string | null, stderr: string | null) => {
      if (ranOutOfMemory(stderr ?? "")) return reject(new Error(stderr ?? ""));
      // The process may be gone before its last bytes have come through the pipe.
      return !sink || sink.writableFinished ? resolve() : sink.once("finish", resolve);
    });
    command.on("error", (cause: Error, _stdout: string | null, stderr: string | null) =>
      reject(new Error(`${cause.message}\n${stderr ?? ""}`, { cause })),
    );
    stop.addEventListener("abort", kill, { once: true });
    command.run();
  }).finally(() => stop.removeEventListener("abort", kill));
}

/** Hands bytes on. It never closes: the library takes a closed stream for a broken one, also right after the last byte. */
function sinkOf(onBytes: (bytes: Buffer) => void): Writable {
  return new Writable({
    autoDestroy: false,
    write(chunk: Buffer, _encoding, done) {
      onBytes(chunk);
      done();
    },
  });
}

/** Of a length nobody knows, nothing is done yet. */
function fractionOf(line: string, durationMs: number | null): number | null {
  const seconds = secondsIn(line);
  if (seconds === null) return null;
  return durationMs ? Math.min(1, seconds / (durationMs / 1_000)) : 0;
}

/** Reads `time=HH:MM:SS.cc` of ffmpeg's line of progress: how much was written, s; null for any other line. */
export function secondsIn(line: string): number | null {
  const time = /\btime=(\d+):(\d+):(\d+(?:\.\d+)?)/.exec(line);
  if (!time) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(1).map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}

function stopped(signal: AbortSignal | undefined, cause?: unknown): MediaError {
  const reason = signal?.aborted ? "The work was stopped." : "The video took too long to convert.";
  return new MediaError(reason, { permanent: false, cause });
}
