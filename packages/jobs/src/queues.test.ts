import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker as Thread } from "node:worker_threads";
import { createTestRedis, eventually, startPrivateRedis } from "@alcoves/testing";
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { DiedTooOften, GiveUp, RetryLater, startConsumer } from "./consume.ts";
import { fileHash } from "./file-hash.ts";
import { imageVariant } from "./image-variant.ts";
import { createJobQueues } from "./queues.ts";

const redis = await createTestRedis();
const queues = createJobQueues(redis.url);
afterAll(async () => {
  await queues.close();
  await redis.drop();
});
const newJob = () => {
  const payload = { rowId: randomUUID(), version: 1 };
  return { job: fileHash.name, jobId: fileHash.dedupe(payload), payload };
};

it("runs a job once that was sent twice, and drops one that this build does not know", async () => {
  const job = newJob();
  await queues.send([job, { job: "of-another-build", jobId: "x", payload: {} }]);
  await queues.send([job]);
  const seen: string[] = [];
  const consumer = startConsumer(fileHash, async ({ payload }) => void seen.push(payload.rowId), {
    redisUrl: redis.url,
    concurrency: 2,
    listener: { failed: () => {} },
  });
  await eventually(async () => expect(await queues.stateOf(fileHash, job.jobId)).toBe("gone"));
  await consumer.close();
  expect(seen).toEqual([job.payload.rowId]);
});

it("tells how a job stands without going through the line, however long that is", async () => {
  const own = await startPrivateRedis();
  const sender = createJobQueues(own.url);
  const client = new Redis(own.url);
  try {
    const jobs = Array.from({ length: 50 }, newJob);
    await sender.send(jobs);
    await client.config("RESETSTAT");
    for (const { jobId } of jobs) expect(await sender.stateOf(fileHash, jobId)).toBe("open");
    const used = await client.info("commandstats");
    expect(used).toContain("cmdstat_hgetall");
    expect(used).not.toMatch(/cmdstat_(lrange|lpos|zrange)/);
  } finally {
    client.disconnect();
    await sender.close();
    await own.close();
  }
});

it("tells once of what failed for good: a bad payload and a given-up job at once, another after its tries", async () => {
  const [bad, given, later] = [newJob(), newJob(), newJob()];
  await queues.send([{ ...bad, payload: { rowId: "no id" } }, given, later]);
  const failures: string[] = [];
  let tries = 0;
  const consumer = startConsumer(
    fileHash,
    async ({ payload }) => {
      if (payload.rowId === given.payload.rowId) throw new GiveUp("It is broken.");
      tries += 1;
      if (tries < 3) throw new RetryLater("busy", 20);
    },
    {
      redisUrl: redis.url,
      concurrency: 3,
      listener: { failed: (_job, _payload, error) => failures.push(error.message) },
    },
  );
  await eventually(async () => {
    expect(failures.sort()).toEqual(["It is broken.", "The job's payload is not what this build expects."]);
    expect(await queues.stateOf(fileHash, later.jobId)).toBe("gone");
  });
  await consumer.close();
  expect(tries).toBe(3);
  expect(await queues.stateOf(fileHash, given.jobId)).toBe("failed");
});

it("lets callers with one key share one job, and tells them how it ended", async () => {
  let runs = 0;
  const payload = { fileId: randomUUID(), variantId: "card" };
  const broken = { fileId: randomUUID(), variantId: "card" };
  const consumer = startConsumer(
    imageVariant,
    async ({ payload: { fileId } }) => {
      runs += 1;
      await setTimeout(200);
      if (fileId === broken.fileId) throw new GiveUp("The image is damaged.");
    },
    { redisUrl: redis.url, concurrency: 4, listener: { failed: () => {} } },
  );
  await Promise.all(Array.from({ length: 10 }, () => queues.run(imageVariant, payload, 5_000)));
  expect(runs).toBe(1);
  await expect(queues.run(imageVariant, broken, 5_000)).rejects.toMatchObject({
    name: "JobFailed",
    message: "The image is damaged.",
  });
  await consumer.close();
});

/** Takes a job in a thread of its own and never ends it; its lock runs out at once when the thread is gone. */
const doomedConsumer = `
  const { workerData, parentPort } = require("node:worker_threads");
  const { Worker } = require("bullmq");
  const { Redis } = require("ioredis");
  const connection = new Redis(workerData.redisUrl, { maxRetriesPerRequest: null });
  const work = () => new Promise(() => parentPort.postMessage("taken"));
  new Worker(workerData.queue, work, { connection, lockDuration: 400, skipStalledCheck: true });
`;

it("tells a job whose worker died in it too often from one that failed", async () => {
  const own = await createTestRedis();
  const senders = createJobQueues(own.url);
  const job = newJob();
  await senders.send([job]);
  const workerData = { redisUrl: own.url, queue: fileHash.name };
  const doomed = new Thread(doomedConsumer, { eval: true, workerData });
  await once(doomed, "message");
  await doomed.terminate();
  // Looks for the locks that ran out, as every worker does now and then; here one death is too many. It has to be done before the
  // consumer is there, which looks for them too and forgives more.
  const connection = new Redis(own.url, { maxRetriesPerRequest: null });
  const watcher = new Worker(fileHash.name, null, { connection, stalledInterval: 200, maxStalledCount: 0 });
  const found = once(watcher, "stalled", { signal: AbortSignal.timeout(20_000) });
  await watcher.startStalledCheckTimer();
  await found;
  await watcher.close();
  const failures: Error[] = [];
  const consumer = startConsumer(fileHash, async () => {}, {
    redisUrl: own.url,
    concurrency: 1,
    listener: { failed: (_job, _payload, error) => failures.push(error) },
  });
  await eventually(async () => expect(failures).toEqual([expect.any(DiedTooOften)]));
  await consumer.close();
  connection.disconnect();
  await senders.close();
  await own.drop();
});

/** Ends jobs at once in a thread of its own, as a worker elsewhere does while this thread is busy. */
const swiftConsumer = `
  const { workerData, parentPort } = require("node:worker_threads");
  const { Worker } = require("bullmq");
  const { Redis } = require("ioredis");
  const connection = new Redis(workerData.redisUrl, { maxRetriesPerRequest: null });
  new Worker(workerData.queue, async () => {}, { connection }).waitUntilReady().then(() => parentPort.postMessage("ready"));
`;

it("takes no job that was over before anyone could listen for a failed one", async () => {
  const workerData = { redisUrl: redis.url, queue: imageVariant.name };
  const consumer = new Thread(swiftConsumer, { eval: true, workerData });
  await once(consumer, "message");
  const runOnce = () => queues.run(imageVariant, { fileId: randomUUID(), variantId: "card" }, 10_000);
  await runOnce();
  let tries = 0;
  await eventually(async () => {
    const run = runOnce();
    // This thread is held up just after it gave the job away; how many ms that takes depends on the machine.
    await setTimeout(tries++ % 6);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    expect(await run).toBe(false);
  });
  await consumer.terminate();
});

it("answers from its first moment on", async () => {
  const fresh = createJobQueues(redis.url);
  await fresh.ping();
  await fresh.close();
});

it("says within a few seconds that Redis is away, and works again when it is back", async () => {
  const own = await startPrivateRedis();
  const away = createJobQueues(own.url);
  await eventually(() => away.ping());
  await own.stop();
  const startedAt = performance.now();
  await expect(
    away.run(imageVariant, { fileId: randomUUID(), variantId: "card" }, 5_000),
  ).rejects.toMatchObject({ name: "QueueAway" });
  await expect(away.send([newJob()])).rejects.toThrow();
  expect(performance.now() - startedAt).toBeLessThan(20_000);
  await own.start();
  await eventually(() => away.send([newJob()]));
  await away.close();
  await own.close();
}, 60_000);
