import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Makes a stream of several sizes (HLS) of a video, for slow lines. */
export const videoHls = defineTrackedJob({
  name: "video-hls",
  weight: weights.heavy,
  attempts: 2,
  tracks: { row: "file", column: "hls" },
});
