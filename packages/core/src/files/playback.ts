import type { File } from "@alcoves/db/models";

/** Types that browsers may show or play in place; every other type is sent as an attachment. */
const inlineTypes = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/avif",
  "video/mp4",
  "video/webm",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "audio/ogg",
  "audio/webm",
  "audio/opus",
  "audio/wav",
  "audio/flac",
  "audio/x-flac",
  "audio/aac",
]);

/** @returns whether a browser may be given the original to show, by its sniffed type */
export function isInlineSafe(mimeType: string): boolean {
  return inlineTypes.has(mimeType.split(";")[0]?.trim() ?? "");
}

/**
 * @returns whether a browser can play the original, as its metadata said; sound of a kind that browsers know is tried
 * before that too
 */
export function isPlayable({
  kind,
  mimeType,
  isWebPlayable,
}: Pick<File, "kind" | "mimeType" | "isWebPlayable">): boolean {
  return isInlineSafe(mimeType) && (isWebPlayable ?? kind === "audio");
}

/** Media type of the copy that browsers play. */
export function proxyMimeType({ kind }: Pick<File, "kind">): string {
  return kind === "audio" ? "audio/mp4" : "video/mp4";
}
