import type { OutgoingJob } from "@alcoves/jobs";
import type { Context } from "./context.ts";
import type { Transaction } from "./transaction.ts";

const batchSize = 500;

/** Asks for jobs as part of the running transaction: they leave after its commit, or never. */
export async function postJobs(ctx: Transaction<Context>, jobs: readonly OutgoingJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await ctx.db.$executeRaw`
    INSERT INTO outbox (job, job_id, payload)
    SELECT * FROM unnest(
      ${jobs.map(({ job }) => job)}::text[],
      ${jobs.map(({ jobId }) => jobId)}::text[],
      ${jobs.map(({ payload }) => JSON.stringify(payload))}::jsonb[]
    )`;
  ctx.afterCommit.hasJobs = true;
}

/**
 * Sends what stands in the outbox to the queues. Many processes may do so at once: each takes rows that no other holds.
 * An entry goes after the queue has it, so a crash in between sends it twice, and the job's id makes the two one.
 * @returns false when the queue is away; the entries stay for the next call
 */
export async function sendOutbox(ctx: Context): Promise<boolean> {
  try {
    while ((await sendBatch(ctx)) === batchSize);
    return true;
  } catch (error) {
    ctx.services.log.warn({ error }, "jobs wait in the outbox until the queue answers");
    return false;
  }
}

async function sendBatch(ctx: Context): Promise<number> {
  return ctx.services.database.prisma.$transaction(async (db) => {
    const entries = await db.$queryRaw<(OutgoingJob & { id: bigint })[]>`
      DELETE FROM outbox
      WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
      RETURNING id, job, job_id AS "jobId", payload`;
    if (entries.length > 0) await ctx.services.queues.send(entries);
    return entries.length;
  });
}
