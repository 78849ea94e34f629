import { tmpdir } from "node:os";
import type { Sharp } from "sharp";
import { openImage, readingImage } from "./open-image.ts";
import { openRenderSource } from "./render-source.ts";

/** How a picture is made. Sizes are bounds in px; a picture is never enlarged. */
export interface ImageSpec {
  widthPx: number;
  heightPx: number;
  fit: "inside" | "cover";
  format: "jpeg" | "webp" | "avif" | "png";
  /** 1–100. */
  quality: number;
}

/** An image on this machine. */
export interface ImageSource {
  sourcePath: string;
  mimeType: string;
  /** Where intermediate files may lie; default the system's temporary folder. */
  scratchDir?: string;
}

/** Sizes and encodes an opened image. Metadata is left behind: place and camera do not travel with a picture. */
export function encode(
  image: Sharp,
  { widthPx, heightPx, fit, format, quality }: ImageSpec,
): Promise<Buffer> {
  const sized = image.resize({ width: widthPx, height: heightPx, fit, withoutEnlargement: true });
  if (format === "jpeg") {
    return sized
      .flatten({ background: "#ffffff" })
      .jpeg({ quality, progressive: true, mozjpeg: false })
      .toBuffer();
  }
  if (format === "webp") return sized.webp({ quality, effort: 3 }).toBuffer();
  if (format === "avif") return sized.avif({ quality, effort: 3 }).toBuffer();
  return sized.png().toBuffer();
}

/**
 * Renders a picture: upright, sRGB, without metadata, never enlarged.
 * @throws MediaError when the source cannot be read or takes more than 30 s
 */
export async function renderImage({ spec, ...source }: ImageSource & { spec: ImageSpec }): Promise<Buffer> {
  const readable = await openRenderSource(source.sourcePath, source.mimeType, source.scratchDir ?? tmpdir());
  try {
    return await readingImage(async () => encode(await openImage(readable.path, readable.mimeType), spec));
  } finally {
    await readable.dispose();
  }
}
