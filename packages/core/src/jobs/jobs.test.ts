import { randomUUID } from "node:crypto";
import { fileHash, GiveUp, startConsumer } from "@alcoves/jobs";
import { addPerson, eventually, startPrivateRedis, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/index.ts";
import { reapStuckJobs, requestJobs, runTracked } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { progressOf } from "./fleet.ts";
import {
  listJobs,
  pauseQueue,
  purgeQueue,
  readJobsOverview,
  removeJob,
  resumeQueue,
  retryFailedJob,
  retryFailedJobs,
} from "./index.ts";

const redis = await startPrivateRedis();
const instance = await startTestInstance({ redisUrl: redis.url });
afterAll(async () => {
  await instance.close();
  await redis.close();
});
const olga = await addPerson(instance, "Olga");
const ada = await addPerson(instance);
const system = instance.as({ kind: "system", job: "file-hash" });
const { prisma } = instance.services.database;
const queue = fileHash.name;

async function newJob(person = olga): Promise<string> {
  const id = randomUUID();
  const { libraryId } = person;
  await prisma.file.create({
    data: {
      ...{ id, libraryId, name: "a secret.bin", kind: "other", sizeBytes: 5n },
      mimeType: "application/octet-stream",
    },
  });
  await transaction(system, (ctx) => requestJobs(ctx, fileHash, [id]));
  return id;
}

const rowOf = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });
const jobIdOf = (id: string, version = 1) => fileHash.dedupe({ rowId: id, version });
const countsOf = async () =>
  (await readJobsOverview(olga.ctx)).queues.find(({ name }) => name === queue)?.counts;
const lastAct = async () => (await listAudit(olga.ctx, { limit: 1 })).entries[0];

/** Has everything that waits in the queue fail. */
async function failAll(): Promise<void> {
  const consumer = startConsumer(
    fileHash,
    ({ payload }) =>
      runTracked(system, { contract: fileHash, payload, lastTry: true }, async () => {
        throw new GiveUp("The image is damaged.");
      }),
    { redisUrl: redis.url, concurrency: 2, listener: { failed() {} } },
  );
  await eventually(async () => expect(await countsOf()).toMatchObject({ waiting: 0, active: 0 }));
  await consumer.close();
}

describe("the keeper of the queues", () => {
  it("sees what waits, with names where they are a member and without them elsewhere", async () => {
    const [own, foreign] = [await newJob(), await newJob(ada)];
    expect(await countsOf()).toMatchObject({ waiting: 2, active: 0, failed: 0, isPaused: false });
    const jobs = await listJobs(olga.ctx, { queue, state: "waiting", from: 0, limit: 10 });
    const fileOf = (id: string) => jobs.find(({ file }) => file?.fileId === id)?.file;
    expect(fileOf(own)).toMatchObject({ name: "a secret.bin", kind: "other", sizeBytes: 5 });
    expect(fileOf(own)?.library).not.toBeNull();
    expect(fileOf(foreign)).toMatchObject({ name: null, library: null, kind: "other", sizeBytes: 5 });
    const { count } = await purgeQueue(olga.ctx, { queue, state: "waiting" });
    expect(count).toBe(2);
  });

  it("removes a job, and its row says who did, so that nobody asks for it again", async () => {
    const id = await newJob();
    await removeJob(olga.ctx, { queue, jobId: jobIdOf(id) });
    expect(await rowOf(id)).toMatchObject({
      hashStatus: "failed",
      hashError: "Removed from the queue by Olga.",
    });
    expect(await reapStuckJobs(system)).toBe(0);
    expect(await countsOf()).toMatchObject({ waiting: 0, failed: 0 });
    expect(await lastAct()).toMatchObject({ kind: "job.removed", subject: { queue, jobId: jobIdOf(id) } });
    await removeJob(olga.ctx, { queue, jobId: jobIdOf(id) });
  });

  it("removes none that runs", async () => {
    const id = await newJob();
    let end = () => {};
    const consumer = startConsumer(fileHash, () => new Promise<void>((resolve) => (end = resolve)), {
      ...{ redisUrl: redis.url, concurrency: 1, listener: { failed() {} } },
    });
    await eventually(async () => expect(await countsOf()).toMatchObject({ active: 1 }));
    const removing = removeJob(olga.ctx, { queue, jobId: jobIdOf(id) });
    await expect(removing).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await rowOf(id)).hashStatus).toBe("queued");
    end();
    await eventually(async () => expect(await countsOf()).toMatchObject({ active: 0 }));
    await consumer.close();
    await prisma.file.delete({ where: { id } });
  });

  it("retries one that failed at its next version, and all of a queue", async () => {
    const [one, other, third] = [await newJob(), await newJob(), await newJob(ada)];
    await failAll();
    const failed = await listJobs(olga.ctx, { queue: null, state: "failed", from: 0, limit: 10 });
    expect(failed.map(({ reason }) => reason)).toEqual(Array(3).fill("The image is damaged."));
    await retryFailedJob(olga.ctx, { queue, jobId: jobIdOf(one) });
    expect(await rowOf(one)).toMatchObject({ hashStatus: "queued", hashVersion: 2, hashError: null });
    expect(await countsOf()).toMatchObject({ waiting: 1, failed: 2 });
    await retryFailedJob(olga.ctx, { queue, jobId: jobIdOf(one) });
    const early = retryFailedJob(olga.ctx, { queue, jobId: jobIdOf(one, 2) });
    await expect(early).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await rowOf(one)).hashVersion).toBe(2);
    expect(await retryFailedJobs(olga.ctx, { queue })).toMatchObject({ count: expect.any(Number) });
    for (const id of [other, third]) expect((await rowOf(id)).hashStatus).toBe("queued");
    expect(await countsOf()).toMatchObject({ failed: 0 });
    await purgeQueue(olga.ctx, { queue, state: "waiting" });
    expect(await lastAct()).toMatchObject({ kind: "queue.purged", subject: { queue, state: "waiting" } });
  });

  it("pauses a queue for as long as it wants, over a restart of Redis too", async () => {
    await pauseQueue(olga.ctx, { queue });
    await redis.stop();
    await redis.start();
    await eventually(async () => expect(await countsOf()).toMatchObject({ isPaused: true }));
    const id = await newJob();
    await eventually(async () => expect(await countsOf()).toMatchObject({ waiting: 1 }));
    const consumer = startConsumer(fileHash, async () => {}, {
      ...{ redisUrl: redis.url, concurrency: 1, listener: { failed() {} } },
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await countsOf()).toMatchObject({ waiting: 1 });
    await resumeQueue(olga.ctx, { queue });
    await eventually(async () => expect(await countsOf()).toMatchObject({ waiting: 0, isPaused: false }));
    await consumer.close();
    await prisma.file.delete({ where: { id } });
  });

  it("still sees the fleet while Redis is away, and is told that nothing can be done", async () => {
    await redis.stop();
    const overview = await readJobsOverview(olga.ctx);
    expect(overview).toMatchObject({ isQueueAway: true, workers: [] });
    expect(overview.queues.every(({ counts }) => counts === null)).toBe(true);
    expect(overview.fleet.find(({ job }) => job === queue)?.total).toBeGreaterThan(0);
    await expect(pauseQueue(olga.ctx, { queue })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await redis.start();
    await eventually(async () => expect((await readJobsOverview(olga.ctx)).isQueueAway).toBe(false));
  });
});

it("tells how long the rest will take from the pace of the last minutes", () => {
  const at = (minutes: number, done: number) => ({
    atMs: minutes * 60_000,
    counted: new Map([[queue, { total: 100, done, failed: 0 }]]),
  });
  expect(progressOf([at(0, 10)])).toMatchObject([{ done: 10, perMinute: null, etaSeconds: null }]);
  expect(progressOf([at(0, 10), at(2, 50)])).toMatchObject([{ done: 50, perMinute: 20, etaSeconds: 150 }]);
  expect(progressOf([at(0, 50), at(2, 100)])).toMatchObject([{ perMinute: 25, etaSeconds: null }]);
  expect(progressOf([at(0, 50), at(2, 40)])).toMatchObject([{ perMinute: 0, etaSeconds: null }]);
});
