import { createContext, type Services, sendOutbox } from "@alcoves/core";
import { pruneEvents } from "@alcoves/core/events";
import { reapStuckJobs } from "@alcoves/core/processing";
import { sweepUploads } from "@alcoves/core/uploads";

const everyMs = 15_000;

/** Every quarter of a minute: lets waiting jobs out, asks again for lost ones, finishes uploads a crash cut off. */
export function startUpkeep(services: Services): { stop(): Promise<void> } {
  const ctx = createContext(services, { kind: "system", job: "upkeep" });
  let round = Promise.resolve();
  let stopped = false;

  async function work(): Promise<void> {
    try {
      if (await sendOutbox(ctx)) {
        const requeued = await reapStuckJobs(ctx);
        if (requeued > 0) services.log.info({ requeued }, "jobs that had been lost were asked for again");
      }
      const finished = await sweepUploads(ctx);
      if (finished > 0) services.log.info({ finished }, "uploads that a crash had cut off were finished");
      await pruneEvents(ctx);
    } catch (error) {
      // The database or Redis is away: the next round tries again.
      services.log.warn({ error }, "upkeep could not finish this round");
    }
  }

  round = work();
  const timer = setInterval(() => {
    if (!stopped) round = round.then(work);
  }, everyMs);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
