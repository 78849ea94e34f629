import { z } from "zod";
import { defineJob } from "./define-job.ts";
import { weights } from "./weights.ts";

/** Makes one picture that somebody is waiting for. */
export const imageVariant = defineJob({
  name: "image-variant",
  weight: weights.interactive,
  attempts: 1,
  payload: z.object({ fileId: z.uuid(), variantId: z.string() }),
  dedupe: ({ fileId, variantId }) => `${fileId}-${variantId}`,
});
