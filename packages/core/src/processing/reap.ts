import { isTracked, jobContracts, type TrackedJob } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { familySql } from "./family-sql.ts";
import { diedTooOften, markFailed } from "./mark-failed.ts";

const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Finds rows that wait for a job which the queue does not have, after a crash or a lost Redis, and asks for it again.
 * Rows whose job failed without a word get its failure. Safe to run anywhere, any number of times.
 * @returns how many jobs were asked for again
 * @throws when the database or the queue does not answer; the next call goes on
 */
export async function reapStuckJobs(ctx: Context): Promise<number> {
  let requeued = 0;
  for (const contract of jobContracts) {
    if (isTracked(contract)) requeued += await reapContract(ctx, contract);
  }
  return requeued;
}

async function reapContract(ctx: Context, contract: TrackedJob): Promise<number> {
  const { queues } = ctx.services;
  const { open } = familySql(contract);
  let requeued = 0;
  for (let place: string | undefined = beforeAll; place; ) {
    const rows: { id: string; version: number }[] = await ctx.sql.read(open, [place]);
    for (const { id, version } of rows) {
      const payload = { rowId: id, version };
      const jobId = contract.dedupe(payload);
      const state = await queues.stateOf(contract, jobId);
      if (state === "failed") await markFailed(ctx, contract, { payload, reason: diedTooOften });
      if (state !== "gone") continue;
      await queues.send([{ job: contract.name, jobId, payload }]);
      requeued += 1;
    }
    place = rows.at(-1)?.id;
  }
  return requeued;
}
