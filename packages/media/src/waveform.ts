import { MediaError } from "./errors.ts";
import { type MediaProgress, runFfmpeg } from "./ffmpeg.ts";
import { Peaks, peakSampleRate } from "./peaks.ts";
import { probe } from "./probe.ts";
import { firstThatWorks } from "./video-filters.ts";

/** Decoding sound slower than this against its length is stuck. */
const slowestFactor = 2;
const shortestTimeoutMs = 10 * 60_000;
/** What ebur128 says of silence: its gate opens above −70 LUFS. */
const silenceLufs = -70;

/** Ways to measure and to mix down, best first: sound of a layout that the measure does not know still has peaks. */
const mixDown = `aresample=${peakSampleRate},aformat=sample_fmts=s16:channel_layouts=mono`;
const ways = [`ebur128=peak=true:framelog=verbose,${mixDown}`, mixDown];

/** What is read from the sound of a file. */
export interface Waveform {
  /** Largest absolute sample of each 20 ms, 0–32768. */
  peaks: Uint16Array;
  /** Integrated loudness by EBU R 128, LUFS; null for silence. */
  loudnessLufs: number | null;
  /** True peak by ITU-R BS.1770, dBTP; null for silence. */
  truePeakDbtp: number | null;
}

/**
 * Reads peaks and loudness of a file's first sound, in one decode and in memory that does not grow with the sound.
 * @returns null when the file has no sound
 * @throws MediaError; not permanent when it was stopped or took too long
 */
export async function readWaveform(request: {
  sourcePath: string;
  mimeType: string;
  onProgress?: (progress: MediaProgress) => void;
  signal?: AbortSignal;
}): Promise<Waveform | null> {
  const { sourcePath, mimeType, onProgress, signal } = request;
  const { audioCodec, durationMs } = await probe(sourcePath, { mimeType, signal });
  if (audioCodec === null) return null;
  let waveform: Waveform | null = null;
  await firstThatWorks(ways, async (filters) => {
    const peaks = new Peaks();
    const summary = new LoudnessSummary();
    await runFfmpeg({
      inputPath: sourcePath,
      mimeType,
      inputArguments: ["-vn"],
      outputArguments: ["-map", "0:a:0", "-af", filters, "-c:a", "pcm_s16le", "-f", "s16le"],
      onBytes: (bytes) => peaks.push(bytes),
      onLine: (line) => summary.read(line),
      durationMs,
      onProgress,
      signal,
      timeoutMs: Math.max(shortestTimeoutMs, (durationMs ?? 0) * slowestFactor),
    });
    const found = peaks.end();
    if (found.length === 0) throw new MediaError("The sound is damaged or incomplete.");
    waveform = { peaks: found, ...summary.found };
  });
  return waveform;
}

/** Reads what the filter ebur128 says at its end: `I: -23.0 LUFS` and, under "True peak", `Peak: -1.0 dBFS`. */
class LoudnessSummary {
  readonly found: Omit<Waveform, "peaks"> = { loudnessLufs: null, truePeakDbtp: null };

  read(line: string): void {
    const [, name, value] = /^\s*(I|Peak):\s+(-?\d+(?:\.\d+)?) (?:LUFS|dBFS)\s*$/.exec(line) ?? [];
    const number = Number(value);
    if (name === "I" && number > silenceLufs) this.found.loudnessLufs = number;
    if (name === "Peak") this.found.truePeakDbtp = number;
  }
}
