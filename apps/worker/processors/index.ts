import { audioWaveform } from "./audio-waveform.ts";
import { fileHash } from "./file-hash.ts";
import { fileMetadata } from "./file-metadata.ts";
import { fileVariants } from "./file-variants.ts";
import { imageVariant } from "./image-variant.ts";
import { momentExport } from "./moment-export.ts";
import { photoMotion } from "./photo-motion.ts";
import type { Processors } from "./processor.ts";
import { videoHls } from "./video-hls.ts";
import { videoProxy } from "./video-proxy.ts";
import { videoSprites } from "./video-sprites.ts";
import { videoThumbnail } from "./video-thumbnail.ts";
import { warmVariants } from "./warm-variants.ts";

/** Every job's implementation: a job without one does not compile. */
export const processors = {
  "image-variant": imageVariant,
  "file-metadata": fileMetadata,
  "video-thumbnail": videoThumbnail,
  "file-variants": fileVariants,
  "file-hash": fileHash,
  "video-proxy": videoProxy,
  "warm-variants": warmVariants,
  "video-sprites": videoSprites,
  "audio-waveform": audioWaveform,
  "video-hls": videoHls,
  "photo-motion": photoMotion,
  "moment-export": momentExport,
} satisfies Processors;
