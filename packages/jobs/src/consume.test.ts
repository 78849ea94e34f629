import { createTestRedis, eventually, startPrivateRedis } from "@alcoves/testing";
import { expect, it } from "vitest";
import { DiedTooOften, GiveUp, RetryLater, type Run, startConsumer } from "./consume.ts";
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

/** Runs one job to its end. @returns what each run was told, and what the listener heard */
async function runToTheEnd(work: (run: Run<typeof fileHash>, nth: number) => Promise<void>) {
  const redis = await createTestRedis();
  const queues = createJobQueues(redis.url);
  const runs: Run<typeof fileHash>[] = [];
  const failures: Error[] = [];
  const jobId = fileHash.dedupe(payload);
  await queues.send([{ job: fileHash.name, jobId, payload }]);
  const consumer = startConsumer(fileHash, (run) => work(run, runs.push(run)), {
    redisUrl: redis.url,
    concurrency: 1,
    listener: { failed: (_contract, _payload, error) => void failures.push(error) },
  });
  await eventually(async () => {
    expect(runs.length).toBeGreaterThan(0);
    expect(["gone", "failed"]).toContain(await queues.stateOf(fileHash, jobId));
  });
  await consumer.close();
  await queues.close();
  return { runs, failures };
}

it("lets a job come back as often as it must, at no cost", async () => {
  const often = fileHash.attempts + 2;
  const { runs, failures } = await runToTheEnd(async (_run, nth) => {
    if (nth <= often) throw new RetryLater("The storage is away.", 20);
  });
  expect(runs.map(({ lastTry }) => lastTry)).toEqual(Array(often + 1).fill(false));
  expect(failures).toEqual([]);
});

it("waits longer each time where nobody says how long", async () => {
  const at: number[] = [];
  await runToTheEnd(async (_run, nth) => {
    at.push(performance.now());
    if (nth < 3) throw new RetryLater("The storage is away.");
  });
  const [first = 0, second = 0, third = 0] = at;
  expect(second - first).toBeGreaterThan(1_400);
  expect(third - second).toBeGreaterThan(2_900);
});

it("tells its listener why a job failed for good", async () => {
  const gaveUp = await runToTheEnd(() => Promise.reject(new GiveUp("The image is damaged.")));
  expect(gaveUp.failures).toMatchObject([{ name: "GiveUp", message: "The image is damaged." }]);
  const died = await runToTheEnd(() => Promise.reject(new DiedTooOften("It died each time.")));
  expect(died.failures).toMatchObject([{ name: "DiedTooOften" }]);
  expect(died.runs).toHaveLength(1);
});

it("does not run what another build has asked for in other words", async () => {
  const redis = await createTestRedis();
  const queues = createJobQueues(redis.url);
  const failures: Error[] = [];
  const runs: unknown[] = [];
  const job = { job: fileHash.name, jobId: "of-an-older-build", payload: { file: payload.rowId } };
  await queues.send([job]);
  const consumer = startConsumer(fileHash, async (run) => void runs.push(run), {
    redisUrl: redis.url,
    concurrency: 1,
    listener: { failed: (_contract, _payload, error) => void failures.push(error) },
  });
  await eventually(async () => expect(failures).toHaveLength(1));
  expect(failures).toMatchObject([{ name: "GiveUp", message: expect.stringMatching(/^[A-Z].*\.$/) }]);
  expect(runs).toEqual([]);
  await consumer.close();
  await queues.close();
});
