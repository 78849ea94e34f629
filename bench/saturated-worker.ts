import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "@alcoves/config";
import { createContext, createServices, transaction } from "@alcoves/core";
import { requestJobs } from "@alcoves/core/processing";
import { type Job, videoProxy, warmVariants } from "@alcoves/jobs";
import { originalKey } from "@alcoves/storage";
import { uploadFile } from "@alcoves/testing/upload";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { type AppUnderTest, setting } from "./app-under-test.ts";
import { makePhoto } from "./photo.ts";

const transcodes = 500;
const decodes = 5_000;

/** The worker of the app under test with a night's work before it, which can be let go and held back. */
export interface SaturatedWorker {
  /** Lets the work go. Settles when the worker is at it. */
  saturate(): Promise<void>;
  /** Holds the work back. Settles when none of it runs. */
  idle(): Promise<void>;
}

/**
 * Queues 500 transcodes, and 5,000 decodes of photos in the worker's own process, at upkeep's weight. The decodes stand in for
 * models until there are any: they run in the same lane, and fill the processor from within as inference does.
 */
export async function saturateWorker(app: AppUnderTest): Promise<SaturatedWorker> {
  const redisUrl = setting("ALCOVES_E2E_REDIS_URL");
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queues = [videoProxy, warmVariants].map(({ name }) => new Queue(name, { connection }));
  const services = await createServices(
    readConfig({
      ALCOVES_DATABASE_URL: app.databaseUrl,
      ALCOVES_REDIS_URL: redisUrl,
      ALCOVES_DATA_PATH: app.dataPath,
      ALCOVES_SESSION_SECRET: app.sessionSecret,
    }),
    { log: console, renderImage: () => Promise.reject(new Error("No picture is made here.")) },
  );
  const { prisma } = services.database;
  const ctx = createContext(services, { kind: "system", job: "upkeep" });

  /** Many files with the bytes of one that was uploaded. */
  async function copies(fileId: string, count: number): Promise<string[]> {
    const {
      id: _,
      rawMetadata: __,
      ...row
    } = await prisma.file.findUniqueOrThrow({
      where: { id: fileId },
      include: { rawMetadata: true },
    });
    const pathOf = (id: string) =>
      join(app.dataPath, "storage", originalKey({ libraryId: row.libraryId, fileId: id }));
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const id of ids) {
      mkdirSync(dirname(pathOf(id)), { recursive: true });
      linkSync(pathOf(fileId), pathOf(id));
    }
    await prisma.file.createMany({ data: ids.map((id) => ({ ...row, id, variantsRegistry: 0 })) });
    return ids;
  }

  /** Waits until nothing but the transcode, which is held back, is left to do to a file. */
  async function settled(fileId: string): Promise<void> {
    for (;;) {
      const { metadataStatus, thumbnailStatus, variantsStatus } = await prisma.file.findUniqueOrThrow({
        where: { id: fileId },
      });
      const statuses = [metadataStatus, thumbnailStatus, variantsStatus];
      if (statuses.every((status) => status !== "queued" && status !== "processing")) return;
      await sleep(100);
    }
  }

  for (const queue of queues) await queue.pause();
  const film = await uploadFile(makeFilm(), app);
  const photo = await uploadFile(await makePhoto({ widthPx: 4_000, heightPx: 3_000 }), app);
  await Promise.all([settled(film), settled(photo)]);
  const films = await copies(film, transcodes);
  await transaction(ctx, (ctx) => requestJobs(ctx, videoProxy, films));
  const photos = await copies(photo, decodes);
  await services.queues.send(
    photos.map((fileId) => jobOf(warmVariants, { fileId, version: 1, registry: 0, strikes: 0 })),
  );

  const active = async () =>
    (await Promise.all(queues.map((queue) => queue.getActiveCount()))).reduce((sum, count) => sum + count, 0);
  return {
    async saturate() {
      for (const queue of queues) await queue.resume();
      while ((await active()) === 0) await sleep(50);
      await sleep(2_000);
    },
    async idle() {
      for (const queue of queues) await queue.pause();
      while ((await active()) > 0) await sleep(100);
    },
  };
}

function jobOf<Contract extends Job>({ name, dedupe }: Contract, payload: Parameters<Contract["dedupe"]>[0]) {
  return { job: name, jobId: dedupe(payload as never), payload };
}

/** Twenty seconds of 720p in a codec that no browser plays. */
function makeFilm(): string {
  const path = join(mkdtempSync(join(tmpdir(), "alcoves-bench-")), "film.avi");
  const source = "testsrc2=size=1280x720:rate=30:duration=20";
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", "-q:v", "4", path]);
  return path;
}
