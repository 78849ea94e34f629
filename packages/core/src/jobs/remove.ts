import { isTracked, type Job, type ListedJob, TrackedPayload } from "@alcoves/jobs";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { markFailed } from "../processing/index.ts";
import { contractOf } from "./find-contract.ts";
import { reachingQueue } from "./reaching-queue.ts";
import { requireKeeper } from "./require-keeper.ts";
import { OneJob, PurgeQueue } from "./schema.ts";

const batch = 200;

/**
 * Takes a job out of its queue. The row it works on fails with a sentence that says so: left open, it would be asked for again.
 * @throws FORBIDDEN but for the instance owner, CONFLICT for a job that runs; one that is gone is no error
 */
export async function removeJob(ctx: Context, input: OneJob): Promise<void> {
  const remover = await removerOf(ctx);
  const { queue, jobId } = OneJob.parse(input);
  const contract = contractOf({ queue });
  const found = await reachingQueue(ctx.services.queueDesk.find(contract, jobId));
  if (!found) return;
  const gone = await takeAway(ctx, contract, { jobs: [found.job], remover });
  if (gone === 0) throw new DomainError("CONFLICT", "This job is running. Wait until it has ended.");
  await recordAudit(ctx, "job.removed", { queue: contract.name, jobId });
}

/** Empties a queue of its jobs in one state. @returns how many went. @throws FORBIDDEN but for the instance owner */
export async function purgeQueue(ctx: Context, input: PurgeQueue): Promise<{ count: number }> {
  const remover = await removerOf(ctx);
  const { queue, state } = PurgeQueue.parse(input);
  const contract = contractOf({ queue });
  let count = 0;
  for (;;) {
    const jobs = await reachingQueue(ctx.services.queueDesk.list(contract, state, { from: 0, limit: batch }));
    const gone = await takeAway(ctx, contract, { jobs, remover });
    count += gone;
    // Those that are left were taken by a worker meanwhile.
    if (gone === 0) break;
  }
  await recordAudit(ctx, "queue.purged", { queue: contract.name, state, count });
  return { count };
}

/** The rows are written after the jobs went: one that a worker took first keeps its own end. */
async function takeAway(
  ctx: Context,
  contract: Job,
  { jobs, remover }: { jobs: ListedJob[]; remover: string },
): Promise<number> {
  const ids = jobs.map(({ jobId }) => jobId);
  const gone = new Set(await reachingQueue(ctx.services.queueDesk.remove(contract, ids)));
  if (isTracked(contract)) {
    const reason = `Removed from the queue by ${remover}.`;
    for (const { jobId, payload } of jobs) {
      const row = TrackedPayload.safeParse(payload);
      if (gone.has(jobId) && row.success) await markFailed(ctx, contract, { payload: row.data, reason });
    }
  }
  return gone.size;
}

async function removerOf(ctx: Context): Promise<string> {
  const { userId } = requireKeeper(ctx);
  const { name } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  return name;
}
