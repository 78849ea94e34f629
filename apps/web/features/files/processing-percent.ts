import { type FileSummary, neededJobs } from "@alcoves/core/files/schema";

/** @returns 0–100: how much of the work on a file is done, each job counting the same */
export function processingPercent({ jobs }: Pick<FileSummary, "jobs">): number {
  if (!jobs) return 100;
  const needed = neededJobs.filter((job) => jobs[job].status !== "not_needed");
  if (needed.length === 0) return 100;
  const done = needed.reduce((sum, job) => {
    const { status, progress } = jobs[job];
    return sum + (status === "ready" || status === "failed" ? 100 : progress);
  }, 0);
  return Math.floor(done / needed.length);
}
