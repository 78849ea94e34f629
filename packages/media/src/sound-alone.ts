import type { Probe } from "./probe.ts";

/** What containers of videos are called when there is sound in them alone. */
const soundTypes: Record<string, string> = {
  "video/mp4": "audio/mp4",
  "video/x-m4v": "audio/mp4",
  "video/webm": "audio/webm",
  "video/matroska": "audio/x-matroska",
  "video/x-matroska": "audio/x-matroska",
  "video/3gpp": "audio/3gpp",
  "video/3gpp2": "audio/3gpp",
  "video/ogg": "audio/ogg",
  "video/x-ms-asf": "audio/x-ms-asf",
  "video/x-ms-wmv": "audio/x-ms-asf",
};

/** @returns whether a file holds sound and no pictures, as what dictation machines and browsers record into a video's container */
export function isSoundAlone({ video, audioCodec }: Probe): boolean {
  return video === null && audioCodec !== null;
}

/** @returns the type a file should go by: its own, but for a video's container with sound alone that of a sound */
export function heldTypeOf(found: Probe): string {
  return (isSoundAlone(found) && soundTypes[found.mimeType]) || found.mimeType;
}
