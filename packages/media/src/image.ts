import { tmpdir } from "node:os";
import type { Sharp } from "sharp";
import { MediaError } from "./errors.ts";
import { withImage } from "./open-image.ts";
import { openRenderSource } from "./render-source.ts";

/** How a picture is made. Sizes are bounds in px. */
export interface ImageSpec {
  widthPx: number;
  heightPx: number;
  fit: "inside" | "cover";
  format: "jpeg" | "webp" | "avif" | "png";
  /** 1–100. */
  quality: number;
  /** A source that is smaller is enlarged; without it never. */
  mayEnlarge?: boolean;
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
  { widthPx, heightPx, fit, format, quality, mayEnlarge = false }: ImageSpec,
): Promise<Buffer> {
  const sized = image.resize({ width: widthPx, height: heightPx, fit, withoutEnlargement: !mayEnlarge });
  if (format === "jpeg") {
    return sized
      .flatten({ background: "#ffffff" })
      .jpeg({ quality, progressive: true, mozjpeg: false })
      .toBuffer();
  }
  if (format === "webp") return sized.webp({ quality, effort: 2 }).toBuffer();
  if (format === "avif") return sized.avif({ quality, effort: 3 }).toBuffer();
  return sized.png().toBuffer();
}

/**
 * Renders a picture: upright, sRGB, without metadata. libvips cannot be stopped in the middle: the
 * signal is heeded before each step, and a step takes 30 s at most.
 * @throws MediaError when the source cannot be read, takes more than 30 s or is stopped by the signal
 */
export async function renderImage(
  request: ImageSource & { spec: ImageSpec; signal?: AbortSignal },
): Promise<Buffer> {
  const { sourcePath, mimeType, scratchDir = tmpdir(), spec, signal } = request;
  refuseStopped(signal);
  const readable = await openRenderSource(sourcePath, mimeType, scratchDir);
  try {
    refuseStopped(signal);
    return await withImage(readable, ({ image }) => encode(image, spec));
  } finally {
    await readable.dispose();
  }
}

function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new MediaError("The work was stopped.", { permanent: false });
}
