import { tmpdir } from "node:os";
import type { Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { ImageSource } from "./image.ts";
import { withImage } from "./open-image.ts";
import { openRenderSource } from "./render-source.ts";

/** Largest side of what a thumbhash is made from, px (the algorithm takes no more). */
export const thumbhashPx = 100;

/** The thumbhash of an opened image, about 25 bytes. */
export async function thumbhashOf(image: Sharp): Promise<Buffer> {
  const { data, info } = await image
    .resize({ width: thumbhashPx, height: thumbhashPx, fit: "inside" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data));
}

/** Makes the blurred stand-in that a page shows until the picture is there. @throws MediaError */
export async function makeThumbhash(source: ImageSource): Promise<Buffer> {
  const readable = await openRenderSource(source.sourcePath, source.mimeType, source.scratchDir ?? tmpdir());
  try {
    return await withImage(readable, ({ image }) => thumbhashOf(image));
  } finally {
    await readable.dispose();
  }
}
