import { fileHash } from "./file-hash.ts";
import { fileMetadata } from "./file-metadata.ts";
import { fileVariants } from "./file-variants.ts";
import { imageVariant } from "./image-variant.ts";
import type { Processors } from "./processor.ts";
import { videoProxy } from "./video-proxy.ts";
import { videoThumbnail } from "./video-thumbnail.ts";

/** Every job's implementation: a job without one does not compile. */
export const processors = {
  "image-variant": imageVariant,
  "file-metadata": fileMetadata,
  "video-thumbnail": videoThumbnail,
  "file-variants": fileVariants,
  "file-hash": fileHash,
  "video-proxy": videoProxy,
} satisfies Processors;
