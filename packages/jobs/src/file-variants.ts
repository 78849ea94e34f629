import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Makes the pictures a page shows first, and the thumbhash, from one decode. */
export const fileVariants = defineTrackedJob({
  name: "file-variants",
  weight: weights.light,
  attempts: 3,
  tracks: { row: "file", column: "variants" },
});
