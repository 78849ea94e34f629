import type { Tags } from "exiftool-vendored";
import sharp from "sharp";
import { readingImage } from "./open-image.ts";
import { isRaw } from "./render-source.ts";

/**
 * Size of a photo as displayed. sharp reads it from the header of what it can open, HEIC too; of a camera's RAW, whose
 * header tells of a thumbnail, the tags say.
 * @throws MediaError when neither knows, as for a damaged file
 */
export function readImageSize(
  { sourcePath, mimeType }: { sourcePath: string; mimeType: string },
  tags: Tags,
): Promise<{ widthPx: number; heightPx: number }> {
  return readingImage(async () => {
    if (!isRaw(mimeType)) {
      const { autoOrient } = await sharp(sourcePath, { failOn: "none", limitInputPixels: false }).metadata();
      return { widthPx: autoOrient.width, heightPx: autoOrient.height };
    }
    const [width, height] = [Number(tags.ImageWidth), Number(tags.ImageHeight)];
    if (!(width > 0 && height > 0)) throw new Error("no size in the tags");
    const lies = Number(tags.Orientation) >= 5 && Number(tags.Orientation) <= 8;
    return lies ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
  });
}
