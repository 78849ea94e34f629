export { listJobs } from "./list.ts";
export { readJobsOverview } from "./overview.ts";
export { pauseQueue, resumeQueue } from "./pause.ts";
export { purgeQueue, removeJob } from "./remove.ts";
export { retryFailedJob, retryFailedJobs } from "./retry.ts";
export { ListJobs, OneJob, OneQueue, PurgeQueue } from "./schema.ts";
