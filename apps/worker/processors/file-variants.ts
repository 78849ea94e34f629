import {
  keepPictures,
  premadeVariants,
  saveVariants,
  variants,
  withPictureSource,
} from "@alcoves/core/variants";
import { renderImages } from "@alcoves/media/image-set";
import type { TrackedProcessor } from "./processor.ts";

/** Makes the pictures a page shows first, and the thumbhash, from one decode. */
export const fileVariants: TrackedProcessor = (ctx, { rowId }) =>
  withPictureSource(ctx, rowId, async (source) => {
    const { pictures, thumbhash } = await renderImages(
      { sourcePath: source.path, mimeType: source.mimeType, scratchDir: source.scratchDir },
      premadeVariants.map((name) => variants[name]),
    );
    await keepPictures(ctx, source.file, { names: premadeVariants, pictures });
    return { status: "ready", commit: (ctx) => saveVariants(ctx, rowId, thumbhash) };
  });
