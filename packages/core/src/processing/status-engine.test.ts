import { randomUUID } from "node:crypto";
import { fileHash, GiveUp, RetryLater, startConsumer } from "@alcoves/jobs";
import { addPerson, eventually, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { transaction } from "../transaction.ts";
import { reapStuckJobs } from "./reap.ts";
import { requestJobs } from "./request-jobs.ts";
import { type Outcome, ready, runTracked } from "./run-tracked.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const ctx = instance.as({ kind: "system", job: "file-hash" });
const { prisma } = instance.services.database;

async function newFile(): Promise<string> {
  const id = randomUUID();
  const { libraryId } = ada;
  await prisma.file.create({
    data: { id, libraryId, name: "x", kind: "other", mimeType: "application/octet-stream", sizeBytes: 1n },
  });
  return id;
}

const ask = (rowId: string) => transaction(ctx, (ctx) => requestJobs(ctx, fileHash, [rowId]));
const rowOf = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });

function run(
  rowId: string,
  version: number,
  work: (run: Parameters<Parameters<typeof runTracked>[2]>[0]) => Promise<Outcome>,
  lastTry = false,
) {
  return runTracked(ctx, { contract: fileHash, payload: { rowId, version }, lastTry }, work);
}

describe("a tracked job", () => {
  it("is queued when asked for, at a new version, under the id that its contract gives", async () => {
    const rowId = await newFile();
    await ask(rowId);
    expect(await rowOf(rowId)).toMatchObject({ hashStatus: "queued", hashVersion: 1, hashDoneVersion: 0 });
    const jobId = fileHash.dedupe({ rowId, version: 1 });
    expect(await instance.services.queues.stateOf(fileHash, jobId)).toBe("open");
  });

  it("is ready when its work is done, with its result", async () => {
    const rowId = await newFile();
    await ask(rowId);
    await run(rowId, 1, async () => ({
      status: "ready",
      commit: async (ctx) =>
        void (await ctx.db.file.update({ where: { id: rowId }, data: { name: "done" } })),
    }));
    expect(await rowOf(rowId)).toMatchObject({
      hashStatus: "ready",
      hashProgress: 100,
      hashDoneVersion: 1,
      name: "done",
    });
  });

  it("throws its result away when the row was asked for again meanwhile", async () => {
    const rowId = await newFile();
    await ask(rowId);
    await run(rowId, 1, async () => {
      await ask(rowId);
      return {
        status: "ready",
        commit: async (ctx) =>
          void (await ctx.db.file.update({ where: { id: rowId }, data: { name: "stale" } })),
      };
    });
    expect(await rowOf(rowId)).toMatchObject({
      hashStatus: "queued",
      hashVersion: 2,
      hashDoneVersion: 0,
      name: "x",
    });
  });

  it("does nothing for a version that has passed, or was done", async () => {
    const rowId = await newFile();
    await ask(rowId);
    await ask(rowId);
    let runs = 0;
    const work = async () => {
      runs += 1;
      return ready;
    };
    await run(rowId, 1, work);
    expect(runs).toBe(0);
    await run(rowId, 2, work);
    await run(rowId, 2, work);
    expect(runs).toBe(1);
  });

  it("may overlap itself and ends once", async () => {
    const rowId = await newFile();
    await ask(rowId);
    let commits = 0;
    const work = async (): Promise<Outcome> => ({
      status: "ready",
      commit: async () => {
        commits += 1;
      },
    });
    await Promise.all([run(rowId, 1, work), run(rowId, 1, work)]);
    expect(commits).toBe(1);
    expect((await rowOf(rowId)).hashStatus).toBe("ready");
  });

  it("shows its progress while it works, and notices that nobody wants it any more", async () => {
    const rowId = await newFile();
    await ask(rowId);
    await run(rowId, 1, async ({ report, signal }) => {
      report({ fraction: 0.421, etaSeconds: 12.4 });
      await expect
        .poll(() => rowOf(rowId), { timeout: 5_000 })
        .toMatchObject({ hashStatus: "processing", hashProgress: 42, hashEtaSeconds: 12 });
      await ask(rowId);
      report({ fraction: 0.5, etaSeconds: 1 });
      await expect.poll(() => signal.aborted, { timeout: 5_000 }).toBe(true);
      throw new Error("stopped");
    });
    expect((await rowOf(rowId)).hashStatus).toBe("queued");
  });

  it("keeps what a person should read when it gives up, and a plain sentence after the last try", async () => {
    const [given, broken, retried] = [await newFile(), await newFile(), await newFile()];
    for (const rowId of [given, broken, retried]) await ask(rowId);
    const failing = (error: Error) => async () => Promise.reject(error);
    await expect(run(given, 1, failing(new GiveUp("The image is damaged.")))).rejects.toThrow("damaged");
    expect(await rowOf(given)).toMatchObject({ hashStatus: "failed", hashError: "The image is damaged." });
    await expect(run(broken, 1, failing(new Error("SELECT secret")))).rejects.toThrow();
    expect((await rowOf(broken)).hashStatus).toBe("queued");
    await expect(run(broken, 1, failing(new Error("SELECT secret")), true)).rejects.toThrow();
    expect((await rowOf(broken)).hashError).toBe("Something went wrong on the server. Try again.");
    await expect(run(retried, 1, failing(new RetryLater("busy", 10)), true)).rejects.toThrow(RetryLater);
    expect((await rowOf(retried)).hashStatus).toBe("queued");
  });

  it("leaves no job behind when its transaction is rolled back", async () => {
    const rowId = await newFile();
    const attempt = transaction(ctx, async (ctx) => {
      await requestJobs(ctx, fileHash, [rowId]);
      throw new Error("changed my mind");
    });
    await expect(attempt).rejects.toThrow("changed my mind");
    expect(await rowOf(rowId)).toMatchObject({ hashStatus: "not_needed", hashVersion: 0 });
    expect(await prisma.openJob.count({ where: { rowId } })).toBe(0);
  });
});

describe("the reaper", () => {
  it("asks again for what the queue has lost, and leaves what it has alone", async () => {
    const [lost, kept] = [await newFile(), await newFile()];
    for (const rowId of [lost, kept]) await ask(rowId);
    const { queues } = instance.services;
    const idOf = (rowId: string) => fileHash.dedupe({ rowId, version: 1 });
    await prisma.file.updateMany({
      where: { id: { notIn: [lost, kept] } },
      data: { hashStatus: "not_needed" },
    });
    const consumer = startConsumer(fileHash, async () => {}, {
      redisUrl: instance.config.redisUrl,
      concurrency: 5,
      listener: { failed() {} },
    });
    await eventually(async () => expect(await queues.stateOf(fileHash, idOf(lost))).toBe("gone"));
    await consumer.close();
    await queues.send([{ job: fileHash.name, jobId: idOf(kept), payload: { rowId: kept, version: 1 } }]);
    expect(await queues.stateOf(fileHash, idOf(lost))).toBe("gone");
    expect(await reapStuckJobs(ctx)).toBe(1);
    expect(await queues.stateOf(fileHash, idOf(lost))).toBe("open");
    expect(await reapStuckJobs(ctx)).toBe(0);
  });
});
