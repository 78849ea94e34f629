import type { OutgoingJob, TrackedJob, TrackedPayload } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { familySql } from "./family-sql.ts";

/** @returns a tracked job as the queue takes it */
export function outgoing(contract: TrackedJob, payload: TrackedPayload): OutgoingJob {
  return { job: contract.name, jobId: contract.dedupe(payload), payload };
}

/**
 * Asks for a job on rows, as part of the running transaction: bumps the version, so that a run of the old one is thrown
 * away when it ends, and lets the job out after the commit.
 */
export async function requestJobs(
  ctx: Transaction<Context>,
  contract: TrackedJob,
  rowIds: readonly string[],
): Promise<void> {
  if (rowIds.length === 0) return;
  const asked = await ctx.db.$queryRawUnsafe<{ rowId: string; version: number; libraryId: string }[]>(
    familySql(contract).request.text,
    rowIds,
  );
  for (const { libraryId, rowId, version } of asked) {
    ctx.afterCommit.news.add(libraryId);
    ctx.afterCommit.jobs.push(outgoing(contract, { rowId, version }));
  }
}
