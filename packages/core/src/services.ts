import { mkdir } from "node:fs/promises";
import type { Config } from "@alcoves/config";
import { createDatabase } from "@alcoves/db";
import {
  createJobQueues,
  createNudges,
  createQueueDesk,
  createRateLimiter,
  createWorkerList,
} from "@alcoves/jobs";
import { createBlobStore, createOwnFolder, stagingFolder } from "@alcoves/storage";
import type { Log, RenderImage, Services } from "./context.ts";
import { createMailer } from "./mail/index.ts";
import { scratchFolder } from "./scratch.ts";

/** Services with their end: connections close in `close`, in the order that loses nothing. */
export type RunningServices = Services & { close(): Promise<void> };

/** Connects a process to everything core needs. Connections open with their first use. */
export async function createServices(
  config: Config,
  { log, renderImage }: { log: Log; renderImage: RenderImage },
): Promise<RunningServices> {
  const database = createDatabase({ url: config.databaseUrl, poolSize: config.databasePoolSize });
  const queues = createJobQueues(config.redisUrl);
  const queueDesk = createQueueDesk(config.redisUrl);
  const workerList = createWorkerList(config.redisUrl);
  const nudges = createNudges(config.redisUrl);
  const rateLimiter = createRateLimiter(config.redisUrl);
  const storage = createBlobStore(config.storage);
  const { dataPath, origin, sessionSecret, maxUploadBytes, trashDays } = config;
  const mailer = config.mail && createMailer(config.mail, log);
  const scratch = createOwnFolder(scratchFolder(dataPath));
  await scratch.prepare();
  await mkdir(stagingFolder(dataPath), { recursive: true });
  return {
    database,
    queues,
    queueDesk,
    workerList,
    nudges,
    rateLimiter,
    storage,
    renderImage,
    dataPath,
    scratch,
    origin,
    sessionSecret,
    maxUploadBytes,
    trashDays,
    mailer,
    log,
    clock: () => new Date(),
    async close() {
      await mailer?.close();
      await nudges.close();
      await rateLimiter.close();
      await queues.close();
      await queueDesk.close();
      workerList.close();
      await database.close();
      await scratch.close();
    },
  };
}
