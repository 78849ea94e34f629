export { markFailed } from "./mark-failed.ts";
export { reapStuckJobs } from "./reap.ts";
export { requestJobs } from "./request-jobs.ts";
export { notNeeded, type Outcome, ready, reasonOf, runTracked, type TrackedRun } from "./run-tracked.ts";
export { stopJob } from "./stop-job.ts";
export { trackedTables } from "./tracked-tables.ts";
export { troubleOf } from "./trouble.ts";
