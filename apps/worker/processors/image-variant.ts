import { findPicture, renderPicture } from "@alcoves/core/variants";
import type { imageVariant as contract } from "@alcoves/jobs";
import type { PlainProcessor } from "./processor.ts";

/** Makes one picture for somebody who waits. The address was checked when they asked. */
export const imageVariant: PlainProcessor<typeof contract> = async (ctx, { fileId, variantId }) => {
  const picture = await findPicture(ctx, { fileId, variantId });
  // Another server asked just before, and its job ended while this one was on its way here.
  if (await ctx.services.storage.stat(picture.key)) return;
  await renderPicture(ctx, picture);
};
