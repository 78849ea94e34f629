import { findPicture, renderPicture } from "@alcoves/core/variants";
import type { imageVariant as contract } from "@alcoves/jobs";
import type { PlainProcessor } from "./processor.ts";

/** Makes one picture for somebody who waits. The address was checked when they asked. */
export const imageVariant: PlainProcessor<typeof contract> = async (ctx, { fileId, variantId }) => {
  await renderPicture(ctx, await findPicture(ctx, { fileId, variantId }));
};
