export {
  type Consumer,
  type ConsumerListener,
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
export { createNudges, type Nudges } from "./nudges.ts";
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
export { videoProxy } from "./video-proxy.ts";
export { videoThumbnail } from "./video-thumbnail.ts";
export { type Lane, laneOf, lanePlaces, priorityOf, type Weight, weights } from "./weights.ts";
