import type { Metadata } from "sharp";
import { MediaError } from "./errors.ts";

/** Largest picture that is decoded a few lines at a time, pixels. */
export const largestPixels = 268_000_000;

/** Most memory for a picture whose format has to be unfolded whole, bytes. Keeps a process below 512 MB with it. */
const largestFrameBytes = 400_000_000;

/**
 * Largest AVIF or HEIC, pixels. Their decoders take 15 to 24 bytes for each, so a camera's 24 megapixels need about
 * 450 MB: a bound as low as that of other formats would refuse real photographs.
 */
const largestHeifPixels = 50_000_000;

/** @throws MediaError for a picture that would fill the memory, told from its header alone */
export function refuseBomb(header: Metadata): void {
  const pixels = header.width * header.height;
  const fits =
    header.format === "heif"
      ? pixels <= largestHeifPixels
      : pixels <= largestPixels && pixels * frameBytesPerPixel(header) <= largestFrameBytes;
  if (!fits) throw new MediaError("The image is too large to be shown.");
}

/** What a decoder holds for each pixel of the whole picture; 0 for formats that it reads line by line. */
function frameBytesPerPixel(header: Metadata): number {
  const { format, isProgressive, chromaSubsampling, channels, depth } = header;
  // A progressive JPEG is kept as coefficients of two bytes until its last scan.
  if (format === "jpeg" && isProgressive) return chromaSubsampling === "4:2:0" ? 3 : 2 * channels;
  if (format === "png" && isProgressive) return channels * (depth === "ushort" ? 2 : 1);
  if (format === "gif") return 5;
  return format === "webp" ? 4 : 0;
}
