import type { OutgoingJob } from "@alcoves/jobs";
import type { Context } from "./context.ts";

const batchSize = 500;

/**
 * Sends jobs that a transaction has asked for to the queues. While those are away nothing is lost: the jobs are open, and the reaper
 * sends what the queues do not have.
 */
export async function sendJobs(
  { services }: Pick<Context, "services">,
  jobs: readonly OutgoingJob[],
): Promise<void> {
  try {
    for (let first = 0; first < jobs.length; first += batchSize) {
      await services.queues.send(jobs.slice(first, first + batchSize));
    }
  } catch (error) {
    services.log.warn({ error }, "jobs wait until the queue answers");
  }
}
