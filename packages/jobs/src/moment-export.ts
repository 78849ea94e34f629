import { defineTrackedJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Cuts a moment out of its video or sound, as a clip of its own. */
export const momentExport = defineTrackedJob({
  name: "moment-export",
  weight: weights.heavy,
  attempts: 2,
  tracks: { row: "moment", column: "export" },
});
