import { isTracked, type Job, type TrackedJob, TrackedPayload } from "@alcoves/jobs";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { contractOf } from "./find-contract.ts";
import { reachingQueue } from "./reaching-queue.ts";
import { requireKeeper } from "./require-keeper.ts";
import { OneJob, OneQueue } from "./schema.ts";

const batch = 200;

/**
 * Runs a failed job again: one whose state stands on a row is asked for anew, at its next version.
 * @throws FORBIDDEN but for the instance owner, CONFLICT for a job that has not failed; one that is gone is no error
 */
export async function retryFailedJob(ctx: Context, input: OneJob): Promise<void> {
  requireKeeper(ctx);
  const { queue, jobId } = OneJob.parse(input);
  const contract = contractOf({ queue });
  const found = await reachingQueue(ctx.services.queueDesk.find(contract, jobId));
  if (!found) return;
  if (found.state !== "failed") throw new DomainError("CONFLICT", "This job is not among the failed ones.");
  if (isTracked(contract)) {
    const row = TrackedPayload.safeParse(found.job.payload);
    if (row.success) await askAgain(ctx, contract, await failedAmong(ctx, contract, [row.data.rowId]));
    await reachingQueue(ctx.services.queueDesk.remove(contract, [jobId]));
  } else {
    await reachingQueue(ctx.services.queueDesk.retry(contract, jobId));
  }
  await recordAudit(ctx, "job.retried", { queue: contract.name, jobId });
}

/**
 * Runs everything of a queue again that has failed: as the rows say where there are rows, also when the queue has forgotten it.
 * @returns how many. @throws FORBIDDEN but for the instance owner
 */
export async function retryFailedJobs(ctx: Context, input: OneQueue): Promise<{ count: number }> {
  requireKeeper(ctx);
  const contract = contractOf(OneQueue.parse(input));
  const count = isTracked(contract) ? await retryRows(ctx, contract) : await retryQueued(ctx, contract);
  await recordAudit(ctx, "queue.retried", { queue: contract.name, count });
  return { count };
}

async function retryRows(ctx: Context, contract: TrackedJob): Promise<number> {
  let count = 0;
  for (;;) {
    const rowIds = await failedAmong(ctx, contract);
    if (rowIds.length === 0) break;
    await askAgain(ctx, contract, rowIds);
    count += rowIds.length;
  }
  await forgetFailed(ctx, contract);
  return count;
}

/** What the queue remembers of the old versions is over. */
async function forgetFailed(ctx: Context, contract: Job): Promise<void> {
  const { queueDesk } = ctx.services;
  for (;;) {
    const jobs = await reachingQueue(queueDesk.list(contract, "failed", { from: 0, limit: batch }));
    const ids = jobs.map(({ jobId }) => jobId);
    if ((await reachingQueue(queueDesk.remove(contract, ids))).length === 0) return;
  }
}

async function retryQueued(ctx: Context, contract: Job): Promise<number> {
  const { queueDesk } = ctx.services;
  const jobs = await reachingQueue(queueDesk.list(contract, "failed", { from: 0, limit: 1_000 }));
  for (const { jobId } of jobs) await reachingQueue(queueDesk.retry(contract, jobId));
  return jobs.length;
}

function askAgain(ctx: Context, contract: TrackedJob, rowIds: readonly string[]): Promise<void> {
  return transaction(ctx, (ctx) => requestJobs(ctx, contract, rowIds));
}

/** Rows whose job has failed, of those or of all, at most a batch; not of files in the trash. */
async function failedAmong(ctx: Context, { tracks }: TrackedJob, rowIds?: string[]): Promise<string[]> {
  const isWanted = { [`${tracks.column}Status`]: "failed", ...(rowIds && { id: { in: rowIds } }) };
  const page = { select: { id: true }, take: batch } as const;
  const rows =
    tracks.row === "file"
      ? await ctx.db.file.findMany({ where: { ...isWanted, trashedAt: null }, ...page })
      : await ctx.db.moment.findMany({
          where: { ...isWanted, removedAt: null, file: { trashedAt: null } },
          ...page,
        });
  return rows.map(({ id }) => id);
}
