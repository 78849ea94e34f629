import { randomUUID } from "node:crypto";
import { transaction } from "@alcoves/core";
import { ready, requestJobs, runTracked } from "@alcoves/core/processing";
import { fileHash, startConsumer } from "@alcoves/jobs";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { compare } from "./compare.ts";

const jobs = 4_000;
const concurrency = 200;
const instance = await startTestInstance();
const { libraryId } = await addPerson(instance);
const ctx = instance.as({ kind: "system", job: "file-hash" });
const { prisma } = instance.services.database;
const fileIds = Array.from({ length: jobs }, () => randomUUID());
await prisma.file.createMany({
  data: fileIds.map((id) => ({
    id,
    libraryId,
    name: id,
    kind: "other",
    mimeType: "application/octet-stream",
    sizeBytes: 1n,
  })),
});

async function jobsPerSecond(
  run: (done: () => void) => Promise<{ close(): Promise<void> }>,
): Promise<number> {
  let left = jobs;
  let finish = () => {};
  const allDone = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const startedAt = performance.now();
  const worker = await run(() => {
    left -= 1;
    if (left === 0) finish();
  });
  await allDone;
  const seconds = (performance.now() - startedAt) / 1_000;
  await worker.close();
  return jobs / seconds;
}

await compare({
  id: "R9",
  ours: "no-op job through the status engine: asked for, queued, claimed, marked ready, told to listeners",
  comparator: "raw BullMQ, the same number at the same concurrency",
  gate: 0.5,
  goal: 0.8,
  unit: "jobs/s",
  measureComparator: () =>
    jobsPerSecond(async (done) => {
      const connection = new Redis(instance.config.redisUrl, { maxRetriesPerRequest: null });
      const name = `raw-${randomUUID()}`;
      const queue = new Queue(name, { connection });
      for (let first = 0; first < jobs; first += 500) {
        await queue.addBulk(
          fileIds
            .slice(first, first + 500)
            .map((id) => ({ name, data: { rowId: id }, opts: { jobId: id, removeOnComplete: true } })),
        );
      }
      const worker = new Worker(name, async () => done(), { connection, concurrency });
      return {
        async close() {
          await worker.close();
          await queue.close();
          connection.disconnect();
        },
      };
    }),
  measureOurs: () =>
    jobsPerSecond(async (done) => {
      await transaction(ctx, (ctx) => requestJobs(ctx, fileHash, fileIds));
      return startConsumer(
        fileHash,
        async ({ payload, lastTry }) => {
          await runTracked(ctx, { contract: fileHash, payload, lastTry }, async () => ready);
          done();
        },
        { redisUrl: instance.config.redisUrl, concurrency, listener: { failed: () => {} } },
      );
    }),
});
