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

/** @returns whether a browser can play the original: for a video the proxy job has looked into it and said so */
export function isPlayable(row: Pick<File, "kind" | "mimeType" | "proxyStatus">): boolean {
  if (row.kind === "audio") return isInlineSafe(row.mimeType);
  return row.kind === "video" && row.proxyStatus === "not_needed" && isInlineSafe(row.mimeType);
}
