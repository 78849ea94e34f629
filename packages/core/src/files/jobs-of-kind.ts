import {
  audioWaveform,
  fileHash,
  fileMetadata,
  fileVariants,
  photoMotion,
  type TrackedJob,
  videoHls,
  videoProxy,
  videoSprites,
  videoThumbnail,
} from "@alcoves/jobs";
import type { FileJob, FileKind } from "./schema.ts";

/** The job behind each name a person sees. */
export const jobOf = {
  metadata: fileMetadata,
  variants: fileVariants,
  thumbnail: videoThumbnail,
  proxy: videoProxy,
  hash: fileHash,
  waveform: audioWaveform,
  sprites: videoSprites,
  hls: videoHls,
  motion: photoMotion,
} as const satisfies Record<FileJob, TrackedJob>;

/**
 * What is done to a new file. More follows from what these find: the variants of a video or of sound from its poster or
 * cover, a copy for browsers from its metadata. A stream is made where a library has it switched on, or when somebody asks.
 */
export const firstJobs = {
  photo: ["metadata", "variants"],
  video: ["metadata", "thumbnail", "sprites", "waveform"],
  audio: ["metadata", "thumbnail", "waveform"],
  other: [],
} as const satisfies Record<FileKind, readonly FileJob[]>;
