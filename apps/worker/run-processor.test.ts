import { fileMetadata, GiveUp, imageVariant, videoThumbnail } from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { runProcessor } from "./run-processor.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const { prisma } = instance.services.database;

const upload = (bytes: Buffer, name: string) =>
  uploadFile(bytes, { url: instance.url, token: ada.token, libraryId: ada.libraryId, name });
const fileOf = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });
const first = (rowId: string) => ({ payload: { rowId, version: 1 }, jobId: rowId, lastTry: false });

/** The eight bytes every PNG starts with, and nothing behind them. */
const brokenPng = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5, 6, 7, 8]);

describe("a job of the worker", () => {
  it("marks its row ready", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>`;
    const fileId = await upload(Buffer.from(svg), "drawing.svg");
    await runProcessor(instance.services, fileMetadata, first(fileId));
    expect(await fileOf(fileId)).toMatchObject({ metadataStatus: "ready", metadataDoneVersion: 1 });
  });

  it("gives up on a broken file at its first try, with a reason for a person on the row", async () => {
    const fileId = await upload(brokenPng, "broken.png");
    await prisma.file.update({
      where: { id: fileId },
      data: { thumbnailStatus: "queued", thumbnailVersion: 1 },
    });
    await expect(runProcessor(instance.services, videoThumbnail, first(fileId))).rejects.toThrow(GiveUp);
    const { thumbnailStatus, thumbnailError } = await fileOf(fileId);
    expect(thumbnailStatus).toBe("failed");
    expect(thumbnailError).toMatch(/^[A-Z].*\.$/);
    expect(thumbnailError).not.toContain("ffprobe");
  });

  it("gives up when the file has gone meanwhile", async () => {
    const fileId = "00000000-0000-4000-8000-000000000000";
    const run = { payload: { fileId, variantId: "card" }, jobId: fileId, lastTry: true };
    await expect(runProcessor(instance.services, imageVariant, run)).rejects.toThrow(
      "The file is not there any more.",
    );
  });
});
