import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Reads dimensions, capture date, place and camera from the file. */
export const fileMetadata = defineTrackedJob({
  name: "file-metadata",
  weight: weights.light,
  attempts: 3,
  tracks: { row: "file", column: "metadata" },
});
