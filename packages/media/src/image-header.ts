import sharp from "sharp";
import { readingImage } from "./open-image.ts";
import { isRaw } from "./render-source.ts";
import { type Tags, writtenOf } from "./tags.ts";

/** What the header of a photo says of it. */
export interface ImageHeader {
  /** As displayed. */
  widthPx: number;
  heightPx: number;
  /** A GIF or WebP of several frames. */
  isAnimated: boolean;
}

/**
 * Reads a photo's header. sharp reads that of what it can open, HEIC too; of a camera's RAW, whose header tells of a
 * thumbnail, the tags say.
 * @throws MediaError when neither knows, as for a damaged file
 */
export function readImageHeader(
  { sourcePath, mimeType }: { sourcePath: string; mimeType: string },
  tags: Tags,
): Promise<ImageHeader> {
  return readingImage(async () => {
    if (isRaw(mimeType)) return { ...rawSize(tags), isAnimated: false };
    const header = await sharp(sourcePath, { failOn: "none", limitInputPixels: false }).metadata();
    const { width, height } = header.autoOrient;
    const isAnimated = (mimeType === "image/gif" || mimeType === "image/webp") && (header.pages ?? 1) > 1;
    return { widthPx: width, heightPx: height, isAnimated };
  });
}

function rawSize(tags: Tags): { widthPx: number; heightPx: number } {
  const [width = 0, height = 0] = writtenOf(tags["Composite:ImageSize"]).split(/[x ]/).map(Number);
  if (!(width > 0 && height > 0)) throw new Error("no size in the tags");
  const orientation = Number(writtenOf(tags["EXIF:Orientation"]));
  const lies = orientation >= 5 && orientation <= 8;
  return lies ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
}
