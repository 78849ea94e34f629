import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Takes the small pictures that a player shows while somebody scrubs. */
export const videoSprites = defineTrackedJob({
  name: "video-sprites",
  weight: weights.steady,
  attempts: 3,
  tracks: { row: "file", column: "sprites" },
});
