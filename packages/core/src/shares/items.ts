import type { File } from "@alcoves/db/models";
import type { Services } from "../context.ts";
import { isPlayable, shownVersionOf } from "../files/index.ts";
import { pictureVersion, variants } from "../variants/index.ts";
import { referenceOf } from "./reference.ts";
import type { Exposed, SharedDetails, SharedItem } from "./schema.ts";

/** The columns that a visitor's file is made of, by their names in Prisma. */
export const itemColumns = {
  id: true,
  libraryId: true,
  name: true,
  kind: true,
  mimeType: true,
  sizeBytes: true,
  widthPx: true,
  heightPx: true,
  durationMs: true,
  capturedAt: true,
  capturedOffsetMinutes: true,
  modifiedAt: true,
  latitude: true,
  longitude: true,
  cameraMake: true,
  cameraModel: true,
  lensModel: true,
  iso: true,
  fNumber: true,
  exposureSeconds: true,
  focalLengthMm: true,
  description: true,
  writtenDescription: true,
  thumbnailStatus: true,
  thumbnailDoneVersion: true,
  variantsStatus: true,
  proxyStatus: true,
  proxyDoneVersion: true,
  isWebPlayable: true,
} as const;

/** A file with `itemColumns`. */
export type ItemRow = Pick<File, keyof typeof itemColumns>;

/** What of a share decides how its files are shown. */
interface Showing {
  tokenHash: Uint8Array;
  exposes: Exposed;
}

/** @returns a file as the visitors of a share see it: with no id, and of what it holds what the share exposes */
export function toItem(services: Services, share: Showing, file: ItemRow): SharedItem {
  const { exposes } = share;
  const { latitude, longitude } = file;
  const shown = shownVersionOf(file);
  return {
    reference: referenceOf(services, share, file.id),
    name: file.name,
    kind: file.kind,
    widthPx: file.widthPx,
    heightPx: file.heightPx,
    durationMs: file.durationMs,
    // Of one size: it changes with the source of all.
    pictureVersion: shown === 0 ? null : pictureVersion(shown, variants.preview),
    ...playbackOf(file, exposes),
    originalSizeBytes: exposes.originals ? Number(file.sizeBytes) : null,
    details: exposes.metadata ? detailsOf(file) : null,
    place: exposes.location && latitude !== null && longitude !== null ? { latitude, longitude } : null,
  };
}

/** Where what plays comes from: the copy, which holds pictures and sound alone, or the original where a share exposes that. */
export type PlaySource = { from: "copy"; version: number } | { from: "original"; version: 0 };

/** @returns null for what does not play, or not yet */
export function playSourceOf(file: ItemRow, { originals }: Exposed): PlaySource | null {
  if (file.kind !== "video" && file.kind !== "audio") return null;
  if (file.proxyDoneVersion > 0 && file.proxyStatus !== "not_needed")
    return { from: "copy", version: file.proxyDoneVersion };
  return originals && isPlayable(file) ? { from: "original", version: 0 } : null;
}

function playbackOf(file: ItemRow, exposes: Exposed): Pick<SharedItem, "playback" | "playVersion"> {
  if (file.kind !== "video" && file.kind !== "audio") return { playback: null, playVersion: 0 };
  const source = playSourceOf(file, exposes);
  if (source) return { playback: "ready", playVersion: source.version };
  return { playback: file.proxyStatus === "failed" ? "failed" : "processing", playVersion: 0 };
}

function detailsOf(file: ItemRow): SharedDetails {
  return {
    capturedAt: file.capturedAt,
    capturedOffsetMinutes: file.capturedOffsetMinutes,
    cameraMake: file.cameraMake,
    cameraModel: file.cameraModel,
    lensModel: file.lensModel,
    iso: file.iso,
    fNumber: file.fNumber,
    exposureSeconds: file.exposureSeconds,
    focalLengthMm: file.focalLengthMm,
    description: file.writtenDescription ?? file.description ?? "",
  };
}
