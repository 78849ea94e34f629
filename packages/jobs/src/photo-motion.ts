import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Takes the clip out of a motion photo, as a file that browsers play. */
export const photoMotion = defineTrackedJob({
  name: "photo-motion",
  weight: weights.steady,
  attempts: 3,
  tracks: { row: "file", column: "motion" },
});
