import { createContext, type Services } from "@alcoves/core";
import { pruneDownloads } from "@alcoves/core/downloads";
import { pruneEvents } from "@alcoves/core/events";
import { askForStreams } from "@alcoves/core/files";
import { foldMapCounts } from "@alcoves/core/map";
import { sweepMoments } from "@alcoves/core/moments";
import { reapStuckJobs } from "@alcoves/core/processing";
import { purgeExpired, sweepPurged } from "@alcoves/core/trash";
import { pruneUndos } from "@alcoves/core/undos";
import { sweepUploads } from "@alcoves/core/uploads";
import { QueueAway } from "@alcoves/jobs";
import { createWarming } from "./warming.ts";

const everyMs = 15_000;

/**
 * Every quarter of a minute: sends waiting and lost jobs, finishes uploads a crash cut off, empties trash that is
 * due; hourly: pictures.
 */
export function startUpkeep(services: Services): { stop(): Promise<void> } {
  const ctx = createContext(services, { kind: "system", job: "upkeep" });
  const warm = createWarming(ctx);
  let round = Promise.resolve();
  let stopped = false;
  let folded: bigint | null = null;

  async function sendWaiting(): Promise<void> {
    try {
      const sent = await reapStuckJobs(ctx);
      if (sent > 0) services.log.info({ sent }, "jobs that the queue did not have were sent to it");
    } catch (error) {
      if (!(error instanceof QueueAway)) throw error;
      services.log.warn({ error }, "jobs wait until the queue answers");
    }
  }

  async function work(): Promise<void> {
    try {
      await sendWaiting();
      const finished = await sweepUploads(ctx);
      if (finished > 0) services.log.info({ finished }, "uploads that a crash had cut off were finished");
      await purgeExpired(ctx);
      const purged = await sweepPurged(ctx);
      if (purged > 0) services.log.info({ purged }, "files that were deleted for good are gone");
      const moments = await sweepMoments(ctx);
      if (moments > 0) services.log.info({ moments }, "moments that were deleted long ago are gone");
      const streams = await askForStreams(ctx);
      if (streams > 0) services.log.info({ streams }, "streams of older videos were asked for");
      await pruneEvents(ctx);
      await pruneUndos(ctx);
      await pruneDownloads(ctx);
      folded = await foldMapCounts(ctx, folded);
      await warm();
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
