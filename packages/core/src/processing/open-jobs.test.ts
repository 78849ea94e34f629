import { randomUUID } from "node:crypto";
import { fileHash, GiveUp } from "@alcoves/jobs";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { transaction } from "../transaction.ts";
import { reapStuckJobs } from "./reap.ts";
import { requestJobs } from "./request-jobs.ts";
import { notNeeded, ready, runTracked } from "./run-tracked.ts";
import { stopJob } from "./stop-job.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { libraryId } = await addPerson(instance);
const ctx = instance.as({ kind: "system", job: "file-hash" });
const { prisma } = instance.services.database;

async function newFiles(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const file = {
    libraryId,
    name: "x",
    kind: "other",
    mimeType: "application/octet-stream",
    sizeBytes: 1n,
  } as const;
  await prisma.file.createMany({ data: ids.map((id) => ({ ...file, id })) });
  return ids;
}

const ask = (...rowIds: string[]) => transaction(ctx, (ctx) => requestJobs(ctx, fileHash, rowIds));

async function run(rowId: string, end: () => Promise<typeof ready>): Promise<void> {
  const row = await prisma.file.findUnique({ where: { id: rowId } });
  const payload = { rowId, version: Math.max(1, row?.hashVersion ?? 1) };
  await runTracked(ctx, { contract: fileHash, payload, lastTry: false }, end).catch(() => {});
}

const acts: Record<string, (rowId: string, all: string[]) => Promise<unknown>> = {
  ask: (rowId) => ask(rowId),
  askAll: (_, all) => ask(...all),
  succeed: (rowId) => run(rowId, async () => ready),
  passOver: (rowId) => run(rowId, async () => notNeeded),
  fail: (rowId) => run(rowId, async () => Promise.reject(new GiveUp("Broken."))),
  tryAgain: (rowId) => run(rowId, async () => Promise.reject(new Error("later"))),
  askWhileRunning: (rowId) => run(rowId, async () => ask(rowId).then(() => ready)),
  stop: (rowId) => stopJob(ctx, fileHash, { rowId, reason: "Stopped." }),
  changeMind: (rowId) =>
    transaction(ctx, async (ctx) => {
      await requestJobs(ctx, fileHash, [rowId]);
      throw new Error("changed my mind");
    }).catch(() => {}),
};

async function openOf(rowIds: string[]) {
  const listed = await prisma.openJob.findMany({ where: { job: fileHash.name, rowId: { in: rowIds } } });
  const rows = await prisma.file.findMany({
    where: { id: { in: rowIds }, hashStatus: { in: ["queued", "processing"] } },
  });
  return {
    listed: listed.map(({ rowId, version }) => `${rowId} ${version}`).sort(),
    told: rows.map(({ id, hashVersion }) => `${id} ${hashVersion}`).sort(),
  };
}

it("lists exactly the rows that wait, whatever happens to them at once", async () => {
  const act = fc.record({ act: fc.constantFrom(...Object.keys(acts)), row: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      async (rounds) => {
        const rowIds = await newFiles(4);
        for (const round of rounds) {
          await Promise.all(round.map(({ act, row }) => acts[act]?.(rowIds[row] as string, rowIds)));
          const { listed, told } = await openOf(rowIds);
          expect(listed).toEqual(told);
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("sends each open job to a queue that has lost everything, and forgets those of rows that are gone", async () => {
  await prisma.openJob.deleteMany();
  const [kept, gone, over] = (await newFiles(3)) as [string, string, string];
  const many = await newFiles(1_203);
  await ask(kept, gone, over, ...many);
  const { queues } = instance.services;
  for (const rowId of [kept, gone, over, ...many]) {
    await queues.withdraw(fileHash, fileHash.dedupe({ rowId, version: 1 }));
  }
  await prisma.file.delete({ where: { id: gone } });
  await prisma.file.update({ where: { id: over }, data: { hashStatus: "not_needed" } });
  expect(await reapStuckJobs(ctx)).toBe(1_204);
  expect(await queues.stateOf(fileHash, fileHash.dedupe({ rowId: kept, version: 1 }))).toBe("open");
  expect(await queues.stateOf(fileHash, fileHash.dedupe({ rowId: gone, version: 1 }))).toBe("gone");
  expect(await prisma.openJob.count()).toBe(1_204);
  expect(await reapStuckJobs(ctx)).toBe(0);
});
