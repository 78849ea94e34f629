import { type FileJob, type FileSummary, neededJobs } from "@alcoves/core/files/schema";

/** Every job of a file in the order in which a person waits for it; the last only make a player better. */
export const jobOrder = [
  ...neededJobs,
  "motion",
  "waveform",
  "sprites",
  "hls",
] as const satisfies readonly FileJob[];

/** What a file's needed jobs amount to: still at work, failed at one, or all done. */
export type FileState =
  | { kind: "ready" }
  | { kind: "processing"; job: FileJob; progress: number; etaSeconds: number | null }
  | { kind: "failed"; job: FileJob; error: string | null };

/** Sums a file's jobs up as one state. A failure is said first: it is what a person can act on. */
export function fileState({ jobs }: Pick<FileSummary, "jobs">): FileState {
  if (!jobs) return { kind: "ready" };
  const failed = neededJobs.find((job) => jobs[job].status === "failed");
  if (failed) return { kind: "failed", job: failed, error: jobs[failed].error };
  const open = neededJobs.filter((job) => jobs[job].status === "queued" || jobs[job].status === "processing");
  // A job that runs tells more than one that waits before it.
  const job = open.find((candidate) => jobs[candidate].status === "processing") ?? open[0];
  if (!job) return { kind: "ready" };
  return { kind: "processing", job, progress: jobs[job].progress, etaSeconds: jobs[job].etaSeconds };
}
