import { fileMetadata, GiveUp, imageVariant, videoThumbnail } from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { runProcessor } from "./run-processor.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const { prisma } = instance.services.database;

const upload = (bytes: Buffer, name: string, said: { modifiedAt?: string } = {}) =>
  uploadFile(bytes, { url: instance.url, token: ada.token, libraryId: ada.libraryId, name, ...said });
const fileOf = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });
const first = (rowId: string) => ({
  payload: { rowId, version: 1 },
  jobId: rowId,
  lastTry: false,
  deaths: 0,
});

/** The eight bytes every PNG starts with, and nothing behind them. */
const brokenPng = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5, 6, 7, 8]);

describe("a job of the worker", () => {
  it("marks its row ready", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>`;
    const fileId = await upload(Buffer.from(svg), "drawing.svg");
    await runProcessor(instance.services, fileMetadata, first(fileId));
    expect(await fileOf(fileId)).toMatchObject({ metadataStatus: "ready", metadataDoneVersion: 1 });
  });

  it("files what tells no date by when it was changed where it came from", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>`;
    const modifiedAt = new Date("2024-01-31T12:34:56.000Z");
    const fileId = await upload(Buffer.from(svg), "drawing.svg", {
      modifiedAt: String(modifiedAt.getTime()),
    });
    await runProcessor(instance.services, fileMetadata, first(fileId));
    expect(await fileOf(fileId)).toMatchObject({
      modifiedAt,
      capturedAt: modifiedAt,
      capturedOffsetMinutes: 0,
      capturedAtSource: "modified",
    });
  });

  it("drops a time of change that no clock shows, and takes the upload", async () => {
    for (const modifiedAt of ["0", "-5", "tomorrow", "9".repeat(300)]) {
      const fileId = await upload(Buffer.from("x"), "a.txt", { modifiedAt });
      expect(await fileOf(fileId)).toMatchObject({ modifiedAt: null });
    }
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
    const run = { payload: { fileId, variantId: "card" }, jobId: fileId, lastTry: true, deaths: 0 };
    await expect(runProcessor(instance.services, imageVariant, run)).rejects.toThrow(
      "The file is not there any more.",
    );
  });
});
