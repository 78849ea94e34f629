import {
  finishWarming,
  keepPictures,
  missingPictures,
  oldPictures,
  variants,
  withPictureSource,
} from "@alcoves/core/variants";
import type { warmVariants as contract } from "@alcoves/jobs";
import { renderImages } from "@alcoves/media/image-set";
import type { PlainProcessor } from "./processor.ts";

/** Makes those of the first pictures that are missing, from one decode, for a file that people see others of. */
export const warmVariants: PlainProcessor<typeof contract> = (ctx, { fileId, version }) =>
  withPictureSource(ctx, fileId, async ({ path, mimeType, scratchDir, file }) => {
    const old = await oldPictures(ctx, file);
    const names = await missingPictures(ctx, file);
    const specs = names.map((name) => variants[name]);
    const { pictures, ...look } = await renderImages({ sourcePath: path, mimeType, scratchDir }, specs);
    await keepPictures(ctx, file, { names, pictures });
    await finishWarming(ctx, { fileId, version, look, old });
  });
