import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { updateLibrary } from "../libraries/index.ts";
import { askForStreams } from "./ask-for-streams.ts";
import { retryJob } from "./retry-job.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance, "Ada");
const principal = {
  kind: "member",
  userId: ada.userId,
  sessionId: ada.userId,
  isInstanceOwner: false,
} as const;
const system = instance.as({ kind: "system", job: "upkeep" });

/** The first bytes of an AVI: enough to be known for a video. */
const avi = Buffer.concat([Buffer.from("RIFF\0\0\0\0AVI LIST"), Buffer.alloc(64)]);
const upload = () => uploadFile(avi, { ...instance, ...ada, name: "film.avi" });
const versionOf = async (id: string) => (await prisma.file.findUniqueOrThrow({ where: { id } })).hlsVersion;

it("streams are asked for in batches when a library is switched to have them, and then of each new video", async () => {
  const inside = await enterLibrary(instance.as(principal), ada.libraryId, "change the library");
  const before = await upload();
  expect(await askForStreams(system)).toBe(0);
  await updateLibrary(inside, { libraryId: ada.libraryId, makesStreams: true });
  expect(await Promise.all([askForStreams(system), askForStreams(system)])).toContain(1);
  expect(await versionOf(before)).toBe(1);
  expect(await askForStreams(system)).toBe(0);
  expect(await versionOf(await upload())).toBe(1);

  const many = Array.from({ length: 60 }, (_, number) => ({
    ...{ libraryId: ada.libraryId, name: `${number}.avi`, kind: "video" as const },
    ...{ mimeType: "video/vnd.avi", sizeBytes: 1n },
  }));
  await prisma.file.createMany({ data: many });
  expect([await askForStreams(system), await askForStreams(system), await askForStreams(system)]).toEqual([
    50, 10, 0,
  ]);
});

it("a person may ask for the stream of one video, and of nothing that is none", async () => {
  const inside = await enterLibrary(instance.as(principal), ada.libraryId, "ask for a job again");
  await prisma.library.update({ where: { id: ada.libraryId }, data: { makesStreams: false } });
  const video = await upload();
  await retryJob(inside, { libraryId: ada.libraryId, fileId: video, job: "hls" });
  expect(await versionOf(video)).toBe(1);
  const text = await uploadFile(Buffer.from("text"), { ...instance, ...ada });
  const asked = retryJob(inside, { libraryId: ada.libraryId, fileId: text, job: "hls" });
  await expect(asked).rejects.toMatchObject({ code: "INVALID" });
});
