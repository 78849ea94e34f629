import { fileMetadata, photoMotion } from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { makeClip, makeMotionPhoto } from "@alcoves/testing/motion-photo";
import { afterAll, expect, it } from "vitest";
import { runProcessor } from "../run-processor.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** One white pixel. */
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
  "base64",
);

it("takes the clip out of a photo whose details say that it holds one, and serves it by ranges", async () => {
  const ada = await addPerson(instance);
  const target = { url: instance.url, token: ada.token, libraryId: ada.libraryId };
  const clip = await makeClip();
  const photo = makeMotionPhoto(jpeg, clip, "Container");
  const [fileId, plainId] = [
    await uploadFile(photo, { ...target, name: "PXL_20240131_123456789.MP.jpg" }),
    await uploadFile(jpeg, { ...target, name: "plain.jpg" }),
  ];
  for (const rowId of [fileId, plainId]) {
    const run = { payload: { rowId, version: 1 }, jobId: rowId, lastTry: true, deaths: 0 };
    await runProcessor(instance.services, fileMetadata, run);
  }
  const row = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });
  expect(await row(plainId)).toMatchObject({ motionStatus: "not_needed", motionVersion: 0 });
  expect(await row(fileId)).toMatchObject({
    motionStatus: "queued",
    motionVersion: 1,
    capturedAtSource: "name",
  });

  const run = { payload: { rowId: fileId, version: 1 }, jobId: fileId, lastTry: true, deaths: 0 };
  await runProcessor(instance.services, photoMotion, run);
  expect(await row(fileId)).toMatchObject({ motionStatus: "ready", motionDoneVersion: 1 });

  const get = (id: string, range?: string) =>
    fetch(`${instance.url}/api/media/${id}/motion?v=1`, {
      headers: { authorization: `Bearer ${ada.token}`, ...(range ? { range } : {}) },
    });
  const whole = await get(fileId);
  expect(whole.headers.get("content-type")).toBe("video/mp4");
  expect(Buffer.from(await whole.arrayBuffer()).equals(clip)).toBe(true);
  const part = await get(fileId, "bytes=4-7");
  expect([part.status, await part.text()]).toEqual([206, "ftyp"]);
  expect((await get(plainId)).status).toBe(404);
});
