export { audioWaveform } from "./audio-waveform.ts";
export {
  type Consumer,
  type ConsumerListener,
  DiedTooOften,
  GiveUp,
  RetryLater,
  type Run,
  startConsumer,
} from "./consume.ts";
export { findJob, isTracked, type Job, type JobName, jobContracts, type TrackedJob } from "./contracts.ts";
export { type PayloadOf, TrackedPayload, type TrackedRow, type Tracks } from "./define-job.ts";
export { fileHash } from "./file-hash.ts";
export { fileMetadata } from "./file-metadata.ts";
export { fileVariants } from "./file-variants.ts";
export { imageVariant } from "./image-variant.ts";
export { momentExport } from "./moment-export.ts";
export { createNudges, type Nudges } from "./nudges.ts";
export { photoMotion } from "./photo-motion.ts";
export {
  createQueueDesk,
  type ListedJob,
  type QueueCounts,
  type QueueDesk,
  type QueueState,
} from "./queue-desk.ts";
export {
  createJobQueues,
  JobFailed,
  type JobQueues,
  type OutgoingJob,
  QueueAway,
  type QueuedState,
  queueNames,
} from "./queues.ts";
export { createRateLimiter, type RateLimit, type RateLimiter } from "./rate-limiter.ts";
export { videoHls } from "./video-hls.ts";
export { videoProxy } from "./video-proxy.ts";
export { videoSprites } from "./video-sprites.ts";
export { videoThumbnail } from "./video-thumbnail.ts";
export { warmVariants } from "./warm-variants.ts";
export { type Lane, laneOf, lanePlaces, urgencyOf, type Weight, weights } from "./weights.ts";
export { announceWorker, createWorkerList, type PresentWorker, type WorkerList } from "./worker-presence.ts";
