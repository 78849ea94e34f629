import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Transcodes a video or sound that browsers cannot play. */
export const videoProxy = defineTrackedJob({
  name: "video-proxy",
  weight: weights.heavy,
  attempts: 2,
  tracks: { row: "file", column: "proxy" },
});
