import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Computes the SHA-256 of a file that came in without one. */
export const fileHash = defineTrackedJob({
  name: "file-hash",
  weight: weights.steady,
  attempts: 3,
  tracks: { row: "file", column: "hash" },
});
