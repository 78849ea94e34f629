import { fileMetadata } from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { runTracked } from "../processing/index.ts";
import { cancelJob } from "./cancel-job.ts";
import { retryJob } from "./retry-job.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance, "Ada");

async function uploaded() {
  const fileId = await uploadFile(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), {
    ...instance,
    ...ada,
  });
  const principal = {
    kind: "member",
    userId: ada.userId,
    sessionId: fileId,
    isInstanceOwner: false,
  } as const;
  const ctx = await enterLibrary(instance.as(principal), ada.libraryId, "stop a job");
  return { ctx, fileId, one: { libraryId: ada.libraryId, fileId, job: "metadata" as const } };
}

it("takes a waiting job out of its queue, says who stopped it, and lets it be asked for again", async () => {
  const { ctx, fileId, one } = await uploaded();
  const { queues } = instance.services;
  expect(await queues.stateOf(fileMetadata, `${fileId}-1`)).toBe("open");
  await cancelJob(ctx, one);
  expect(await queues.stateOf(fileMetadata, `${fileId}-1`)).toBe("gone");
  const row = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  expect(row).toMatchObject({
    metadataStatus: "failed",
    metadataError: "Stopped by Ada.",
    metadataVersion: 2,
  });
  await expect(cancelJob(ctx, one)).rejects.toMatchObject({ code: "CONFLICT" });
  await retryJob(ctx, one);
  expect(await queues.stateOf(fileMetadata, `${fileId}-3`)).toBe("open");
});

it("stops a running job at its next report, and what it made is not kept", async () => {
  const { ctx, fileId, one } = await uploaded();
  const system = instance.as({ kind: "system", job: "file-metadata" });
  const payload = { rowId: fileId, version: 1 };
  let committed = false;
  await runTracked(system, { contract: fileMetadata, payload, lastTry: true }, async ({ signal, report }) => {
    await cancelJob(ctx, one);
    const startedAt = Date.now();
    while (!signal.aborted && Date.now() - startedAt < 10_000) {
      report({ fraction: 0.5, etaSeconds: null });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(signal.aborted).toBe(true);
    return {
      status: "ready",
      commit: async () => {
        committed = true;
      },
    };
  });
  expect(committed).toBe(false);
  const row = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  expect(row).toMatchObject({ metadataStatus: "failed", metadataDoneVersion: 0 });
});

it("has nothing to stop of a job that nobody asked for, nor in a file of elsewhere", async () => {
  const { ctx, one } = await uploaded();
  await expect(cancelJob(ctx, { ...one, job: "proxy" })).rejects.toMatchObject({ code: "CONFLICT" });
  const missing = { ...one, fileId: "00000000-0000-4000-8000-000000000000" };
  await expect(cancelJob(ctx, missing)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
