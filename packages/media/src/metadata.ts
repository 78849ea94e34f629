import { readCamera } from "./camera.ts";
import { type Capture, readCapture } from "./capture-date.ts";
import { demuxerOf } from "./demuxers.ts";
import { type Described, readDescribed } from "./described.ts";
import { MediaError } from "./errors.ts";
import { closeMetadataReader, readTags } from "./exiftool.ts";
import { readImageHeader } from "./image-header.ts";
import { contentIdentifierOf, is360 } from "./kinds.ts";
import { hasMotion } from "./motion.ts";
import { type Place, readPlace } from "./place.ts";
import { isWebPlayable, needsCopy, probe } from "./probe.ts";
import { jsonSafe } from "./raw-metadata.ts";
import { heldTypeOf } from "./sound-alone.ts";
import { type Tags, writtenOf } from "./tags.ts";

export { closeMetadataReader };

/** A photo, video or sound on this machine, and what is known of it besides its bytes. */
export interface MetadataSource {
  sourcePath: string;
  mimeType: string;
  /** Its label: cameras and phones write the date into it. */
  name?: string;
  /** When it was last changed where it came from, as its uploader said. */
  modifiedAt?: Date | null;
  /** Its XMP sidecar, whose values win over its own. */
  sidecarPath?: string | null;
}

/** What a file says of itself; null for what it does not say, or says without sense. */
export interface FileMetadata extends Capture, Place, Omit<Described, "keywords"> {
  /** As displayed: after orientation or rotation. */
  widthPx: number | null;
  heightPx: number | null;
  /** EXIF orientation, 1–8. */
  orientation: number | null;
  durationMs: number | null;
  cameraMake: string | null;
  cameraModel: string | null;
  lensModel: string | null;
  iso: number | null;
  fNumber: number | null;
  exposureSeconds: number | null;
  focalLengthMm: number | null;
  videoCodec: string | null;
  audioCodec: string | null;
  keywords: string[];
  /** An equirectangular photo or video, which surrounds the viewer. */
  is360: boolean;
  /** A picture of several frames that browsers play. */
  isAnimated: boolean;
  /** A photo with a clip in it. */
  hasMotion: boolean;
  /** The type it should go by: its own, but for a video's container with sound alone that of a sound. */
  mimeType: string;
  /** Whether every current browser plays the video or sound as it is; null for a picture. */
  isWebPlayable: boolean | null;
  /** Whether browsers are better off with a copy of the video or sound. */
  needsCopy: boolean;
  /** What Apple writes into both parts of a live photo. */
  contentIdentifier: string | null;
  /** Every tag as JSON, at most 256 kB. */
  raw: Record<string, unknown>;
}

/** Reads a photo, video or sound. @throws MediaError when it is none of them, or damaged */
export async function readMetadata(file: MetadataSource): Promise<FileMetadata> {
  const tags = await tagsOf(file.sourcePath);
  const sidecar = file.sidecarPath ? await tagsOf(file.sidecarPath) : {};
  const { keywords, ...described } = prefer(readDescribed(sidecar), readDescribed(tags));
  const ownPlace = readPlace(tags);
  const sidecarPlace = readPlace(sidecar);
  return {
    ...(await streamsOf(file, tags)),
    ...readCapture({ ...file, tags, sidecar }),
    ...described,
    ...(sidecarPlace.latitude === null ? ownPlace : sidecarPlace),
    ...readCamera(tags),
    keywords: keywords ?? [],
    hasMotion: file.mimeType.startsWith("image/") && hasMotion(tags),
    contentIdentifier: contentIdentifierOf(tags),
    raw: jsonSafe(tags),
  };
}

function tagsOf(path: string): Promise<Tags> {
  return readTags(path).catch((cause: unknown): never => {
    // What is broken in a file stands among its tags: here the reader itself failed or took too long.
    throw new MediaError("The details of this file cannot be read just now.", { permanent: false, cause });
  });
}

/** What the first says, and the second where the first says nothing. */
function prefer(first: Described, second: Described): Described {
  return {
    title: first.title ?? second.title,
    description: first.description ?? second.description,
    keywords: first.keywords ?? second.keywords,
    rating: first.rating ?? second.rating,
    artist: first.artist ?? second.artist,
    album: first.album ?? second.album,
    genre: first.genre ?? second.genre,
    trackNumber: first.trackNumber ?? second.trackNumber,
  };
}

async function streamsOf(file: MetadataSource, tags: Tags) {
  if (file.mimeType.startsWith("image/")) {
    return {
      ...noStreams,
      mimeType: file.mimeType,
      ...(await readImageHeader(file, tags)),
      is360: is360(tags),
      orientation: orientationOf(tags),
    };
  }
  demuxerOf(file.mimeType);
  const found = await probe(file.sourcePath, file);
  const { video, audioCodec, durationMs } = found;
  const mimeType = heldTypeOf(found);
  return {
    mimeType,
    isWebPlayable: isWebPlayable({ ...found, mimeType }),
    needsCopy: needsCopy({ ...found, mimeType }),
    orientation: null,
    widthPx: video?.widthPx || null,
    heightPx: video?.heightPx || null,
    durationMs,
    audioCodec,
    videoCodec: video?.codec ?? null,
    is360: is360(tags) || (video?.isSpherical ?? false),
    isAnimated: false,
  };
}

const noStreams = {
  isWebPlayable: null,
  needsCopy: false,
  durationMs: null,
  videoCodec: null,
  audioCodec: null,
};

function orientationOf(tags: Tags): number | null {
  const value = Number(writtenOf(tags["EXIF:Orientation"]));
  return Number.isInteger(value) && value >= 1 && value <= 8 ? value : null;
}
