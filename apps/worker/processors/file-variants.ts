import {
  keepPictures,
  premadeVariants,
  saveVariants,
  variants,
  withPictureSource,
} from "@alcoves/core/variants";
import { renderImages } from "@alcoves/media/image-set";
import type { TrackedProcessor } from "./processor.ts";

/** Makes the pictures a page shows first, and what they look like in few bytes, from one decode. */
export const fileVariants: TrackedProcessor = (ctx, { rowId }) =>
  withPictureSource(ctx, rowId, async (source) => {
    const { pictures, ...look } = await renderImages(
      { sourcePath: source.path, mimeType: source.mimeType, scratchDir: source.scratchDir },
      premadeVariants.map((name) => variants[name]),
    );
    await keepPictures(ctx, source.file, { names: premadeVariants, pictures });
    return { status: "ready", commit: (ctx) => saveVariants(ctx, rowId, look) };
  });
