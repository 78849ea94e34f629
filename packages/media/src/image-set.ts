import { tmpdir } from "node:os";
import sharp, { type Sharp } from "sharp";
import { encode, type ImageSource, type ImageSpec } from "./image.ts";
import { type OpenImage, openImage, withImage } from "./open-image.ts";
import { perceptualHashOf } from "./perceptual-hash.ts";
import { openRenderSource, type RenderSource } from "./render-source.ts";
import { thumbhashOf, thumbhashPx } from "./thumbhash.ts";

/** Largest picture that is kept unfolded while others are made from it, pixels. */
const largestKeptPixels = 34_000_000;

/** What is made from one decode. */
export interface ImageSet {
  /** In the order of the specs. */
  pictures: Buffer[];
  thumbhash: Buffer;
  /** What copies of the picture are found by; null where it shows nothing to tell it by. */
  perceptualHash: bigint | null;
}

/**
 * Makes several pictures, the thumbhash and the perceptual hash from one decode of the source.
 * @throws MediaError when the source cannot be read
 */
export async function renderImages(source: ImageSource, specs: readonly ImageSpec[]): Promise<ImageSet> {
  const readable = await openRenderSource(source.sourcePath, source.mimeType, source.scratchDir ?? tmpdir());
  try {
    return await withImage(readable, async (opened) => {
      const decoded = await decode(readable, { opened, specs });
      const pictures: Buffer[] = [];
      for (const spec of specs) pictures.push(await encode(await decoded(), spec));
      const thumbhash = await thumbhashOf(await decoded());
      return { pictures, thumbhash, perceptualHash: await perceptualHashOf(await decoded()) };
    });
  } finally {
    await readable.dispose();
  }
}

/** Decodes once, to the smallest size that serves every spec; opens the source anew where that would be a giant. */
async function decode(
  readable: RenderSource,
  { opened, specs }: { opened: OpenImage; specs: readonly ImageSpec[] },
): Promise<() => Promise<Sharp>> {
  const width = Math.ceil(opened.widthPx * neededScale(opened, specs));
  const height = Math.ceil(opened.heightPx * neededScale(opened, specs));
  if (width * height > largestKeptPixels) return async () => (await openImage(readable)).image;
  const { data, info } = await opened.image
    .resize({ width, height, fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return async () => sharp(data, { raw: info });
}

/** The largest part of the source's size, 0–1, that any of the pictures needs. */
function neededScale({ widthPx, heightPx }: OpenImage, specs: readonly ImageSpec[]): number {
  const scales = specs.map((spec) => {
    const across = spec.widthPx / widthPx;
    const down = spec.heightPx / heightPx;
    return spec.fit === "cover" ? Math.max(across, down) : Math.min(across, down);
  });
  return Math.min(1, Math.max(...scales, thumbhashPx / Math.max(widthPx, heightPx)));
}
