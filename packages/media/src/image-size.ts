import type { Tags } from "exiftool-vendored";
import sharp from "sharp";
import { readingImage } from "./open-image.ts";

/**
 * Size of a photo as displayed. sharp reads it from what it can open; for what it cannot (HEIC, camera RAW) the tags say.
 * @throws MediaError when neither knows, as for a damaged file
 */
export async function readImageSize(
  { sourcePath, mimeType }: { sourcePath: string; mimeType: string },
  tags: Tags,
): Promise<{ widthPx: number; heightPx: number }> {
  const opensHere = !/^image\/(hei[cf]|x-)/.test(mimeType);
  const tagged = { width: Number(tags.ImageWidth), height: Number(tags.ImageHeight) };
  const { width, height } = opensHere
    ? await readingImage(() => sharp(sourcePath, { failOn: "none", limitInputPixels: false }).metadata())
    : await readingImage(async () => {
        if (!(tagged.width > 0 && tagged.height > 0)) throw new Error("no size in the tags");
        return tagged;
      });
  const lies = Number(tags.Orientation) >= 5 && Number(tags.Orientation) <= 8;
  // HEIC says its size before its own rotation.
  const rotated = /hei[cf]/.test(mimeType) ? Math.abs(Number(tags.Rotation)) % 180 === 90 : lies;
  return rotated ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
}
