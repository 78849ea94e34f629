import { jobContracts, laneOf, QueueAway } from "@alcoves/jobs";
import { requireInstanceOwner } from "../access/index.ts";
import type { Context } from "../context.ts";
import { readFleet } from "./fleet.ts";
import type { JobsOverview } from "./schema.ts";

/** How work stands: queues and workers as Redis knows them, and the fleet as the rows say. @throws FORBIDDEN but for the instance owner */
export async function readJobsOverview(ctx: Context): Promise<JobsOverview> {
  requireInstanceOwner(ctx);
  const { queueDesk, workerList } = ctx.services;
  const [counts, workers, fleet] = await Promise.all([
    unlessAway(queueDesk.count()),
    unlessAway(workerList.read()),
    readFleet(ctx),
  ]);
  return {
    isQueueAway: counts === null || workers === null,
    queues: jobContracts.map(({ name, weight }) => ({
      ...{ name, weight, lane: laneOf(weight) },
      counts: counts?.get(name) ?? null,
    })),
    workers: workers ?? [],
    fleet,
  };
}

async function unlessAway<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof QueueAway) return null;
    throw error;
  }
}
