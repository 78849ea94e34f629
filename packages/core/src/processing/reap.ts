import {
  isTracked,
  jobContracts,
  type QueuedState,
  type TrackedJob,
  type TrackedPayload,
} from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { familySql } from "./family-sql.ts";
import { markFailed } from "./mark-failed.ts";
import { outgoing } from "./request-jobs.ts";
import { reasonOf } from "./run-tracked.ts";

const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Sends open jobs that the queue does not have: those that were asked for while Redis was away, or that a crash has lost. Rows whose
 * job failed without a word get its failure. Safe to run anywhere, any number of times.
 * @returns how many jobs were sent
 * @throws when the database or the queue does not answer; the next call goes on
 */
export async function reapStuckJobs(ctx: Context): Promise<number> {
  let sent = 0;
  for (const contract of jobContracts) {
    if (isTracked(contract)) sent += await reapContract(ctx, contract);
  }
  return sent;
}

async function reapContract(ctx: Context, contract: TrackedJob): Promise<number> {
  const { open, forget } = familySql(contract);
  let sent = 0;
  for (let place: string | undefined = beforeAll; place; ) {
    const page: { rowId: string; version: number; isOpen: boolean }[] = await ctx.sql.read(open, [place]);
    const over = page.filter(({ isOpen }) => !isOpen);
    if (over.length > 0) {
      await ctx.sql.read(forget, [over.map(({ rowId }) => rowId), over.map(({ version }) => version)]);
    }
    const jobs = page.filter(({ isOpen }) => isOpen).map(({ rowId, version }) => ({ rowId, version }));
    sent += await sendMissing(ctx, contract, jobs);
    place = page.at(-1)?.rowId;
  }
  return sent;
}

async function sendMissing(ctx: Context, contract: TrackedJob, jobs: TrackedPayload[]): Promise<number> {
  const { queues } = ctx.services;
  const states = await Promise.all(jobs.map((job) => queues.stateOf(contract, contract.dedupe(job))));
  const inState = (state: QueuedState) => jobs.filter((_, index) => states[index] === state);
  for (const payload of inState("failed")) {
    await markFailed(ctx, contract, { payload, reason: reasonOf(null) });
  }
  const missing = inState("gone").map((job) => outgoing(contract, job));
  if (missing.length > 0) await queues.send(missing);
  return missing.length;
}
