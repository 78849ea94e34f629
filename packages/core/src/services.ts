import { mkdir } from "node:fs/promises";
import type { Config } from "@alcoves/config";
import { createDatabase } from "@alcoves/db";
import { createJobQueues, createNudges, createRateLimiter } from "@alcoves/jobs";
import { createBlobStore, removeLeftovers, stagingFolder } from "@alcoves/storage";
import type { Log, RenderImage, Services } from "./context.ts";
import { createMailer } from "./mail/index.ts";
import { scratchPath } from "./scratch.ts";

/** Services with their end: connections close in `close`, in the order that loses nothing. */
export type RunningServices = Services & { close(): Promise<void> };

/** Connects a process to everything core needs. Connections open with their first use. */
export async function createServices(
  config: Config,
  { log, renderImage }: { log: Log; renderImage: RenderImage },
): Promise<RunningServices> {
  const database = createDatabase({ url: config.databaseUrl, poolSize: config.databasePoolSize });
  const queues = createJobQueues(config.redisUrl);
  const nudges = createNudges(config.redisUrl);
  const rateLimiter = createRateLimiter(config.redisUrl);
  const storage = createBlobStore(config.storage);
  const { dataPath, origin, sessionSecret, maxUploadBytes } = config;
  const mailer = config.mail && createMailer(config.mail, log);
  await mkdir(scratchPath({ dataPath }), { recursive: true });
  await mkdir(stagingFolder(dataPath), { recursive: true });
  // Of jobs whose worker was killed; a process at its start waits for it no longer than for a listing.
  await removeLeftovers(scratchPath({ dataPath }));
  return {
    database,
    queues,
    nudges,
    rateLimiter,
    storage,
    renderImage,
    dataPath,
    origin,
    sessionSecret,
    maxUploadBytes,
    mailer,
    log,
    clock: () => new Date(),
    async close() {
      await mailer?.close();
      await nudges.close();
      await rateLimiter.close();
      await queues.close();
      await database.close();
    },
  };
}
