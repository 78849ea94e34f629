import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Reads peaks and loudness of the sound of a file. */
export const audioWaveform = defineTrackedJob({
  name: "audio-waveform",
  weight: weights.light,
  attempts: 3,
  tracks: { row: "file", column: "waveform" },
});
