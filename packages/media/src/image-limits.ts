import type { Metadata } from "sharp";
import { MediaError } from "./errors.ts";

/** Largest picture that is decoded a few lines at a time, pixels. */
export const largestPixels = 268_000_000;

/** Most memory for the pictures that are decoded at one time, and so for one of them, bytes. Keeps a process below 512 MB. */
export const decodingBytes = 400_000_000;

/** Rows that are held of a picture that is decoded a few lines at a time, all steps to a smaller one together (measured). */
const rowsAtOnce = 1_000;

/** In how many steps a low picture is held whole. */
const stepsAtOnce = 4;

/** Largest HEIC, pixels: phones write them in tiles, of which few are unfolded at once. */
const largestHeicPixels = 50_000_000;

/**
 * Largest AVIF, pixels. Its decoder takes 15 to 25 bytes for each, so a camera's 24 megapixels need about 600 MB: a bound as
 * low as that of other formats would refuse real photographs. They are decoded in a process of their own, one at a time.
 */
const largestAvifPixels = 25_000_000;

/** Largest AVIF that is decoded in the process that asks, pixels. */
const largestAvifHere = 2_000_000;

/** @returns whether a picture is one to decode in a process of its own, told from its header */
export function isHeavyAvif({ width, height, compression }: Metadata): boolean {
  return compression === "av1" && width * height > largestAvifHere;
}

/** @throws MediaError for a picture that would fill the memory, told from its header alone */
export function refuseBomb(header: Metadata): void {
  const pixels = header.width * header.height;
  const fits =
    header.format === "heif"
      ? pixels <= (header.compression === "av1" ? largestAvifPixels : largestHeicPixels)
      : pixels <= largestPixels && bytesToDecode(header) <= decodingBytes;
  if (!fits) throw new MediaError("The image is too large to be shown.");
}

/** @returns the memory that decoding a picture takes at its height, bytes, told from its header */
export function bytesToDecode(header: Metadata): number {
  const { width, height, channels, depth } = header;
  const rows = Math.min(height * stepsAtOnce, rowsAtOnce);
  return Math.max(
    width * height * frameBytesPerPixel(header),
    rows * width * channels * (depth === "ushort" ? 2 : 1),
  );
}

/** What a decoder holds for each pixel of the whole picture, bytes; 0 for formats that it reads line by line. */
function frameBytesPerPixel(header: Metadata): number {
  const { format, isProgressive, chromaSubsampling, channels, depth } = header;
  // A progressive JPEG is kept as coefficients of two bytes until its last scan.
  if (format === "jpeg" && isProgressive) return chromaSubsampling === "4:2:0" ? 3 : 2 * channels;
  if (format === "png" && isProgressive) return channels * (depth === "ushort" ? 2 : 1);
  if (format === "gif") return 5;
  if (format === "heif") return 25;
  return format === "webp" ? 4 : 0;
}
