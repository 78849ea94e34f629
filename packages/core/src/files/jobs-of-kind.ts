import {
  fileHash,
  fileMetadata,
  fileVariants,
  type TrackedJob,
  videoProxy,
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
} as const satisfies Record<FileJob, TrackedJob>;

/** What is done to a new file. A video's variants come from its poster, so they are asked for when that is there. */
export const firstJobs = {
  photo: ["metadata", "variants"],
  video: ["metadata", "thumbnail", "proxy"],
  audio: ["metadata"],
  other: [],
} as const satisfies Record<FileKind, readonly FileJob[]>;
