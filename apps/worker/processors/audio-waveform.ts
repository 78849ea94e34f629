import { saveLoudness, withOriginal } from "@alcoves/core/files";
import { notNeeded } from "@alcoves/core/processing";
import { saveWaveform } from "@alcoves/core/waveforms";
import { peakSampleRate, peaksPerSecond } from "@alcoves/media/peaks";
import { readWaveform } from "@alcoves/media/waveform";
import type { TrackedProcessor } from "./processor.ts";

/** Reads peaks and loudness of a file's sound, where it has any. */
export const audioWaveform: TrackedProcessor = (ctx, { rowId, version, report, signal }) =>
  withOriginal(ctx, rowId, async ({ path, mimeType }) => {
    const read = await readWaveform({ sourcePath: path, mimeType, onProgress: report, signal });
    if (!read) return notNeeded;
    const waveform = { peaksPerSecond, sampleRate: peakSampleRate, peaks: read.peaks };
    await saveWaveform(ctx, rowId, { version, waveform });
    return { status: "ready", commit: (ctx) => saveLoudness(ctx, rowId, read) };
  });
