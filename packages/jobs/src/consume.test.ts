import { eventually, startPrivateRedis } from "@alcoves/testing";
import { expect, it } from "vitest";
import { startConsumer } from "./consume.ts";
import { fileHash } from "./file-hash.ts";
import { createJobQueues } from "./queues.ts";

const payload = { rowId: "00000000-0000-4000-8000-000000000000", version: 1 };
const listener = { failed: () => {} };

it("ends also while Redis is away, with nothing in its hands and with a job that it cannot hand back", async () => {
  const redis = await startPrivateRedis();
  const queues = createJobQueues(redis.url);
  let endJob = () => {};
  let started = false;
  const run = () =>
    new Promise<void>((resolve) => {
      started = true;
      endJob = resolve;
    });
  const busy = startConsumer(fileHash, run, { redisUrl: redis.url, concurrency: 1, listener });
  await queues.send([{ job: fileHash.name, jobId: fileHash.dedupe(payload), payload }]);
  await eventually(async () => expect(started).toBe(true));
  const idle = startConsumer(fileHash, run, { redisUrl: redis.url, concurrency: 1, listener });
  await redis.stop();
  const closing = Promise.all([busy.close(), idle.close()]);
  endJob();
  const tooLate = new Promise((_, reject) => setTimeout(() => reject(new Error("It did not end.")), 5_000));
  await Promise.race([closing, tooLate]);
  await queues.close();
  await redis.close();
});
