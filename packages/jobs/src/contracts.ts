import { audioWaveform } from "./audio-waveform.ts";
import type { JobContract } from "./define-job.ts";
import { fileHash } from "./file-hash.ts";
import { fileMetadata } from "./file-metadata.ts";
import { fileVariants } from "./file-variants.ts";
import { imageVariant } from "./image-variant.ts";
import { momentExport } from "./moment-export.ts";
import { photoMotion } from "./photo-motion.ts";
import { videoHls } from "./video-hls.ts";
import { videoProxy } from "./video-proxy.ts";
import { videoSprites } from "./video-sprites.ts";
import { videoThumbnail } from "./video-thumbnail.ts";
import { warmVariants } from "./warm-variants.ts";

/** Every job, in the order of their weights. */
export const jobContracts = [
  imageVariant,
  fileMetadata,
  videoThumbnail,
  fileVariants,
  audioWaveform,
  fileHash,
  videoSprites,
  photoMotion,
  videoProxy,
  momentExport,
  videoHls,
  warmVariants,
] as const satisfies readonly JobContract[];

/** A job of the house. */
export type Job = (typeof jobContracts)[number];

/** Name of a job. */
export type JobName = Job["name"];

/** A job whose state stands on a row. */
export type TrackedJob = Extract<Job, { tracks: object }>;

/** @returns the contract of that name, or null when this build has none */
export function findJob(name: string): Job | null {
  return jobContracts.find((contract) => contract.name === name) ?? null;
}

/** @returns whether the state of the job stands on a row */
export function isTracked(job: Job): job is TrackedJob {
  return job.tracks !== undefined;
}
