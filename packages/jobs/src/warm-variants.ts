import { z } from "zod";
import { defineJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/**
 * Makes the pictures a page shows first for a file that has others already, as after a change of their sizes. A job of its own
 * and not `file-variants`: nobody waits, so it runs among the heavy ones, and the file's state stays "ready" to everyone.
 */
export const warmVariants = defineJob({
  name: "warm-variants",
  weight: weights.background,
  attempts: 3,
  payload: z.object({
    fileId: z.uuid(),
    /** The version of the file's pictures when this was asked for. */
    version: z.number().int(),
    registry: z.number().int(),
    strikes: z.number().int(),
  }),
  // A failed job is remembered for a day: after a strike the next try is another one.
  dedupe: ({ fileId, version, registry, strikes }) => `${fileId}-${version}-${registry}-${strikes}`,
});
