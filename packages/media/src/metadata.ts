import type { Tags } from "exiftool-vendored";
import { readCapture } from "./capture-date.ts";
import { demuxerOf } from "./demuxers.ts";
import { MediaError } from "./errors.ts";
import { closeMetadataReader, readTags } from "./exiftool.ts";
import { readImageSize } from "./image-size.ts";
import { probe } from "./probe.ts";
import { jsonSafe } from "./raw-metadata.ts";

export { closeMetadataReader };

/** What a file says of itself; null for what it does not say, or says without sense. */
export interface FileMetadata {
  /** As displayed: after orientation or rotation. */
  widthPx: number | null;
  heightPx: number | null;
  /** EXIF orientation, 1–8. */
  orientation: number | null;
  durationMs: number | null;
  capturedAt: Date | null;
  /** East of UTC; null when the camera did not say, and then `capturedAt` is its local time as if it were UTC. */
  capturedAtOffsetMinutes: number | null;
  capturedAtSource: string | null;
  latitude: number | null;
  longitude: number | null;
  camera: { make: string | null; model: string | null; lens: string | null };
  exposure: {
    iso: number | null;
    fNumber: number | null;
    exposureSeconds: number | null;
    focalLengthMm: number | null;
  };
  videoCodec: string | null;
  audioCodec: string | null;
  frameRate: number | null;
  bitRate: number | null;
  hasAudio: boolean | null;
  /** Every tag as JSON, at most 256 kB. */
  raw: Record<string, unknown>;
}

/** Reads a photo, video or sound. @throws MediaError when it is none of them, or damaged */
export async function readMetadata(file: { sourcePath: string; mimeType: string }): Promise<FileMetadata> {
  const isPhoto = file.mimeType.startsWith("image/");
  const tags = await readTags(file.sourcePath).catch((cause: unknown): never => {
    // What is broken in a file stands among its tags: here the reader itself failed or took too long.
    throw new MediaError("The details of this file cannot be read just now.", { permanent: false, cause });
  });
  const about = { ...describe(tags), ...readCapture(tags), raw: jsonSafe(tags) };
  if (isPhoto)
    return { ...about, ...noStreams, ...(await readImageSize(file, tags)), orientation: orientationOf(tags) };
  demuxerOf(file.mimeType);
  const { video, audioCodec, durationMs, bitRate } = await probe(file.sourcePath, file);
  return {
    ...about,
    orientation: null,
    widthPx: video?.widthPx || null,
    heightPx: video?.heightPx || null,
    durationMs,
    bitRate,
    audioCodec,
    hasAudio: audioCodec !== null,
    videoCodec: video?.codec ?? null,
    frameRate: video?.frameRate ?? null,
  };
}

const noStreams = {
  durationMs: null,
  videoCodec: null,
  audioCodec: null,
  frameRate: null,
  bitRate: null,
  hasAudio: null,
};

function describe(tags: Tags) {
  const latitude = finite(tags.GPSLatitude, 90);
  const longitude = finite(tags.GPSLongitude, 180);
  const located = latitude !== null && longitude !== null && !(latitude === 0 && longitude === 0);
  return {
    latitude: located ? latitude : null,
    longitude: located ? longitude : null,
    camera: { make: label(tags.Make), model: label(tags.Model), lens: label(tags.LensModel ?? tags.LensID) },
    exposure: {
      iso: whole(tags.ISO),
      fNumber: positive(tags.FNumber),
      exposureSeconds: seconds(tags.ExposureTime),
      focalLengthMm: positive(tags.FocalLength),
    },
  };
}

function orientationOf({ Orientation }: Tags): number | null {
  const value = Number(Orientation);
  return Number.isInteger(value) && value >= 1 && value <= 8 ? value : null;
}

function finite(value: unknown, bound: number): number | null {
  const number = typeof value === "number" ? value : Number.NaN;
  return Number.isFinite(number) && Math.abs(number) <= bound ? number : null;
}

/** Text as one line, without controls, at most 200 characters. What looks like HTML stays text. */
function label(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value)
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed();
  return text === "" ? null : text;
}

function positive(value: unknown): number | null {
  const number = Number.parseFloat(String(value));
  return Number.isFinite(number) && number > 0 && number < 1e6 ? number : null;
}

function whole(value: unknown): number | null {
  const number = positive(value);
  return number === null ? null : Math.round(number);
}

/** exiftool writes short times as a fraction: "1/250". */
function seconds(value: unknown): number | null {
  const [over, under = "1"] = String(value).split("/");
  return positive(Number(over) / Number(under));
}
