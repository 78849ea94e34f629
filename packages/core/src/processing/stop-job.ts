import type { TrackedJob } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { familySql } from "./family-sql.ts";

/**
 * Ends a job that waits or runs: the row counts as failed for the reason given, and its next version makes the run stop at
 * its next report. What waits in the queue is taken out of it, if the queue answers; otherwise it ends when it is taken up.
 * @param stop.reason one plain sentence for a person
 * @returns false when the job neither waits nor runs
 */
export async function stopJob(
  ctx: Context,
  contract: TrackedJob,
  { rowId, reason }: { rowId: string; reason: string },
): Promise<boolean> {
  const stopped = await transaction(ctx, (ctx) => markStopped(ctx, contract, { rowId, reason }));
  if (!stopped) return false;
  const payload = { rowId, version: stopped.version };
  await ctx.services.queues.withdraw(contract, contract.dedupe(payload)).catch((error: unknown) => {
    ctx.services.log.info(
      { error, job: contract.name },
      "a stopped job stays in the queue until it is taken up",
    );
  });
  return true;
}

async function markStopped(
  ctx: Transaction<Context>,
  contract: TrackedJob,
  { rowId, reason }: { rowId: string; reason: string },
): Promise<{ version: number } | null> {
  const [row] = await ctx.db.$queryRawUnsafe<{ libraryId: string; version: number }[]>(
    familySql(contract).stop.text,
    rowId,
    reason,
  );
  if (!row) return null;
  ctx.afterCommit.news.add(row.libraryId);
  return row;
}
