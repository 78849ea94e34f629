import { originalKey, posterKey, variantKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { findMediaFile, type MediaFile, sourceVersionOf } from "../files/index.ts";
import { scratchPath } from "../scratch.ts";
import { premadeVariants, variantMimeTypes, variants } from "./schema.ts";

/** What a file's pictures are made from, as a local path for the time of one job. */
export interface PictureSource {
  path: string;
  mimeType: string;
  scratchDir: string;
  file: MediaFile;
}

/** Gives a job the source of a file's pictures: the photo, or the video's poster. @throws NOT_FOUND while there is none */
export async function withPictureSource<Result>(
  ctx: Context,
  fileId: string,
  work: (source: PictureSource) => Promise<Result>,
): Promise<Result> {
  const { file } = await findMediaFile(ctx, fileId);
  const version = sourceVersionOf(file);
  if (version === 0) throw notFound("picture");
  const isVideo = file.kind === "video";
  const scratchDir = scratchPath(ctx.services);
  const key = isVideo ? posterKey({ ...file, version }) : originalKey(file);
  const local = await ctx.services.storage.localPath(key, scratchDir);
  try {
    return await work({
      path: local.path,
      mimeType: isVideo ? "image/webp" : file.mimeType,
      scratchDir,
      file,
    });
  } finally {
    await local.dispose();
  }
}

/** Keeps the pictures made ahead, given in the order of `premadeVariants`. */
export async function keepPictures(
  ctx: Context,
  file: MediaFile,
  pictures: readonly Buffer[],
): Promise<void> {
  const sourceVersion = sourceVersionOf(file);
  for (const [index, name] of premadeVariants.entries()) {
    const bytes = pictures[index];
    if (!bytes) throw new Error(`No picture was made for the variant ${name}.`);
    const key = variantKey({ ...file, sourceVersion, spec: name });
    await ctx.services.storage.write(key, bytes, { contentType: variantMimeTypes[variants[name].format] });
  }
}
