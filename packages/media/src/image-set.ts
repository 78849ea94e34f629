import { tmpdir } from "node:os";
import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { encode, type ImageSource, type ImageSpec } from "./image.ts";
import { openImage, readingImage } from "./open-image.ts";
import { openRenderSource } from "./render-source.ts";

/** Largest side of what a thumbhash is made from, px (the algorithm takes no more). */
const thumbhashPx = 100;

/**
 * Makes several pictures and the thumbhash from one decode of the source.
 * @returns pictures in the order of `specs`
 * @throws MediaError when the source cannot be read
 */
export async function renderImages(
  source: ImageSource,
  specs: readonly ImageSpec[],
): Promise<{ pictures: Buffer[]; thumbhash: Buffer }> {
  const readable = await openRenderSource(source.sourcePath, source.mimeType, source.scratchDir ?? tmpdir());
  try {
    return await readingImage(async () => {
      const widthPx = Math.max(...specs.map((spec) => spec.widthPx), thumbhashPx);
      const heightPx = Math.max(...specs.map((spec) => spec.heightPx), thumbhashPx);
      // Cover needs the shorter side to reach its bound; decoding to the largest side of all serves both fits.
      const side = Math.max(widthPx, heightPx);
      const image = await openImage(readable.path, readable.mimeType);
      const { data, info } = await image
        .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const decoded = () => sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } });
      const pictures: Buffer[] = [];
      for (const spec of specs) pictures.push(await encode(decoded(), spec));
      return { pictures, thumbhash: await thumbhashOf(decoded()) };
    });
  } finally {
    await readable.dispose();
  }
}

async function thumbhashOf(image: Sharp): Promise<Buffer> {
  const { data, info } = await image
    .resize({ width: thumbhashPx, height: thumbhashPx, fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data));
}
