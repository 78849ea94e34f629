import { originalKey, posterKey, variantKey, variantsPrefix } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { findMediaFile, type MediaFile, sourceVersionOf } from "../files/index.ts";
import { scratchPath } from "../scratch.ts";
import { reasonIn } from "./render.ts";
import {
  parseVariantId,
  pictureVersion,
  premadeVariants,
  type VariantName,
  type VariantSpec,
  variantMimeTypes,
  variants,
} from "./schema.ts";
import { countStrike } from "./strikes.ts";

/** What a file's pictures are made from, as a local path for the time of one job. */
export interface PictureSource {
  path: string;
  mimeType: string;
  scratchDir: string;
  file: MediaFile;
}

/**
 * Gives a job the source of a file's pictures: the photo, the video's poster, or the cover of sound. An error that is the file's
 * own fault costs it a strike; trouble of the storage or of this machine costs none.
 * @throws NOT_FOUND while there is none, and what `work` throws
 */
export async function withPictureSource<Result>(
  ctx: Context,
  fileId: string,
  work: (source: PictureSource) => Promise<Result>,
): Promise<Result> {
  const { file } = await findMediaFile(ctx, fileId);
  const version = sourceVersionOf(file);
  if (version === 0) throw notFound("picture");
  const hasPoster = file.kind !== "photo";
  const scratchDir = scratchPath(ctx.services);
  const key = hasPoster ? posterKey({ ...file, version }) : originalKey(file);
  const local = await ctx.services.storage.localPath(key, scratchDir);
  try {
    return await work({
      path: local.path,
      mimeType: hasPoster ? "image/webp" : file.mimeType,
      scratchDir,
      file,
    });
  } catch (error) {
    if (reasonIn(error)) await countStrike(ctx, fileId);
    throw error;
  } finally {
    await local.dispose();
  }
}

/** @returns those of the pictures made ahead that storage does not have */
export async function missingPictures(ctx: Context, file: MediaFile): Promise<VariantName[]> {
  const missing: VariantName[] = [];
  for (const name of premadeVariants) {
    if ((await ctx.services.storage.stat(premadeKey(file, name))) === null) missing.push(name);
  }
  return missing;
}

/** Keeps pictures, given in the order of their names. */
export async function keepPictures(
  ctx: Context,
  file: MediaFile,
  { names, pictures }: { names: readonly VariantName[]; pictures: readonly Buffer[] },
): Promise<void> {
  for (const [index, name] of names.entries()) {
    const bytes = pictures[index];
    if (!bytes) throw new Error(`No picture was made for the variant ${name}.`);
    const contentType = variantMimeTypes[variants[name].format];
    await ctx.services.storage.write(premadeKey(file, name), bytes, { contentType });
  }
}

/** @returns keys of a file's pictures that are made otherwise now, or of another source: no address leads to them any more */
export async function oldPictures(ctx: Context, file: MediaFile): Promise<string[]> {
  const old: string[] = [];
  for await (const key of ctx.services.storage.list(variantsPrefix(file))) {
    const id = key.slice(key.lastIndexOf("/") + 1);
    const variant = parseVariantId(id);
    if (!variant || key !== currentKey(file, id, variant.spec)) old.push(key);
  }
  return old;
}

function premadeKey(file: MediaFile, name: VariantName): string {
  return currentKey(file, name, variants[name]);
}

function currentKey(file: MediaFile, variantId: string, spec: VariantSpec): string {
  return variantKey({ ...file, version: pictureVersion(sourceVersionOf(file), spec), spec: variantId });
}
