import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import type { FileKind } from "./schema.ts";

/** What a file is, by its bytes. */
export interface SniffedType {
  mimeType: string;
  kind: FileKind;
}

/** Photos that Alcoves can make pictures of. Other images are kept as files of kind `other`. */
const photoTypes = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/avif",
  "image/gif",
  "image/tiff",
  "image/svg+xml",
  "image/heic",
  "image/heif",
  "image/heic-sequence",
  "image/heif-sequence",
  "image/x-adobe-dng",
  "image/x-canon-cr2",
  "image/x-canon-cr3",
  "image/x-nikon-nef",
  "image/x-sony-arw",
  "image/x-fujifilm-raf",
  "image/x-olympus-orf",
  "image/x-panasonic-rw2",
]);
const unknown: SniffedType = { mimeType: "application/octet-stream", kind: "other" };

/**
 * Reads the type from the bytes. Name and browser are not asked: an HTML page named .jpg is no photo.
 * @param path a local file
 */
export async function sniffFile(path: string): Promise<SniffedType> {
  const found = await fileTypeFromFile(path);
  const mimeType = found?.mime ?? ((await looksLikeSvg(path)) ? "image/svg+xml" : null);
  if (!mimeType) return unknown;
  // file-type calls an SVG with an XML declaration XML.
  if (mimeType === "application/xml") return (await looksLikeSvg(path)) ? svg : { mimeType, kind: "other" };
  return { mimeType, kind: kindOf(mimeType) };
}

const svg: SniffedType = { mimeType: "image/svg+xml", kind: "photo" };

/** @returns what a file of a type is to a person */
export function kindOf(mimeType: string): FileKind {
  if (photoTypes.has(mimeType)) return "photo";
  if (mimeType.startsWith("video/")) return "video";
  return mimeType.startsWith("audio/") ? "audio" : "other";
}

/** The root element must come right after declaration, doctype and comments: `<svg` deep inside a page is no SVG. */
async function looksLikeSvg(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const text = buffer.subarray(0, bytesRead).toString("utf8");
    return /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE\s+svg[^>]*(\[[^\]]*\])?[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(
      text,
    );
  } finally {
    await file.close();
  }
}
