import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { exportMoments, listMoments, saveMoments, stopExport } from "@alcoves/core/moments";
import { momentExport } from "@alcoves/jobs";
import { momentPosterKey } from "@alcoves/storage";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "alcoves-moment-"));
const instance = await startTestInstance();
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
  rmSync(folder, { recursive: true });
});
const ada = await addPerson(instance);
const { libraryId } = ada;
const ctx = await enterLibrary(ada.ctx, libraryId, "make moments");
const { prisma } = instance.services.database;
let film: string;

beforeAll(async () => {
  const path = join(folder, "film.mp4");
  const sources = ["testsrc2=size=1280x720:rate=30:duration=40", "sine=duration=40"].flatMap((source) => [
    ...["-f", "lavfi", "-i", source],
  ]);
  execFileSync("ffmpeg", ["-v", "error", ...sources, "-preset", "ultrafast", "-pix_fmt", "yuv420p", path]);
  film = await uploadFile(path, { ...instance, ...ada });
  await eventually(async () => {
    const { durationMs } = await prisma.file.findUniqueOrThrow({ where: { id: film } });
    expect(durationMs).toBe(40_000);
  }, 60_000);
}, 120_000);

async function save(
  momentId: string,
  { seen, startMs, endMs }: { seen: number | null; startMs: number; endMs: number },
) {
  const facts = { name: "Cake", description: "", startMs, endMs, tagIds: [] };
  const saved = await saveMoments(ctx, {
    libraryId,
    fileId: film,
    changes: [{ momentId, seen, facts }],
  });
  expect(saved.outcome).toBe("saved");
}

async function find(momentId: string) {
  const found = (await listMoments(ctx, { libraryId, fileId: film })).find(
    (moment) => moment.momentId === momentId,
  );
  if (!found) throw new Error("The moment is gone.");
  return found;
}

/** Form and size of the still of a moment's clip. */
async function stillOf(momentId: string) {
  const { exportDoneVersion: version } = await prisma.moment.findUniqueOrThrow({ where: { id: momentId } });
  const key = momentPosterKey({ libraryId, fileId: film, momentId, version });
  const { path, dispose } = await instance.services.storage.localPath(key, folder);
  const entries = "stream=codec_name,width,height";
  const asked = ["-v", "error", "-show_entries", entries, "-of", "csv=p=0", path];
  const told = execFileSync("ffprobe", asked, { encoding: "utf8" }).trim();
  await dispose();
  return told;
}

/** Length of the clip at an address, s. */
async function lengthOf(clipUrl: string | null): Promise<number> {
  const answer = await fetch(`${instance.url}${clipUrl}`, {
    headers: { authorization: `Bearer ${ada.token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("video/mp4");
  const path = join(folder, `${randomUUID()}.mp4`);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  const asked = ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path];
  return Number(execFileSync("ffprobe", asked, { encoding: "utf8" }));
}

const frameSeconds = 1 / 30;
const ask = (momentId: string) => exportMoments(ctx, { libraryId, momentIds: [momentId] });

it("throws a clip away whose moment was moved while it was cut, and serves the one before until the next is there", async () => {
  const momentId = randomUUID();
  await save(momentId, { seen: null, startMs: 1_000, endMs: 3_000 });
  await ask(momentId);
  await eventually(async () => expect((await find(momentId)).export.status).toBe("ready"), 60_000);
  const first = await find(momentId);
  expect(await stillOf(momentId)).toBe("mjpeg,1280,720");
  expect(Math.abs((await lengthOf(first.clipUrl)) - 2)).toBeLessThanOrEqual(frameSeconds);

  // Long enough to be at work when the moment moves again.
  await save(momentId, { seen: 1, startMs: 0, endMs: 38_000 });
  await eventually(async () => expect((await find(momentId)).export.status).toBe("processing"), 60_000);
  expect((await find(momentId)).clipUrl).toBe(first.clipUrl);
  await save(momentId, { seen: 2, startMs: 500, endMs: 5_500 });
  expect(Math.abs((await lengthOf(first.clipUrl)) - 2)).toBeLessThanOrEqual(frameSeconds);
  await eventually(async () => expect((await find(momentId)).export.status).toBe("ready"), 90_000);
  const last = await find(momentId);
  expect(last.clipUrl).toBe(`/api/moments/${momentId}/clip?v=3`);
  expect(Math.abs((await lengthOf(last.clipUrl)) - 5)).toBeLessThanOrEqual(frameSeconds);
  expect(await prisma.moment.findUnique({ where: { id: momentId } })).toMatchObject({
    exportVersion: 3,
    exportDoneVersion: 3,
  });
}, 180_000);

it("is stopped by whoever may, and asked for again", async () => {
  const { queueDesk } = instance.services;
  await queueDesk.pause(momentExport);
  const momentId = randomUUID();
  await save(momentId, { seen: null, startMs: 0, endMs: 1_000 });
  await ask(momentId);
  await stopExport(ctx, { libraryId, momentId });
  expect((await find(momentId)).export).toMatchObject({ status: "failed", error: "The export was stopped." });
  await expect(stopExport(ctx, { libraryId, momentId })).rejects.toMatchObject({ code: "CONFLICT" });
  await queueDesk.resume(momentExport);
  await ask(momentId);
  await eventually(async () => expect((await find(momentId)).export.status).toBe("ready"), 60_000);
}, 90_000);

it("says in a sentence what is wrong with a file that cannot be cut", async () => {
  const path = join(folder, "broken.mp4");
  writeFileSync(
    path,
    Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "latin1"), Buffer.alloc(2_000)]),
  );
  const fileId = await uploadFile(path, { ...instance, ...ada });
  await prisma.file.update({ where: { id: fileId }, data: { kind: "video", mimeType: "video/mp4" } });
  const { id } = await prisma.moment.create({
    data: { libraryId, fileId, name: "x", startMs: 0, endMs: 1_000 },
  });
  await ask(id);
  await eventually(async () => {
    const row = await prisma.moment.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ exportStatus: "failed", exportDoneVersion: 0 });
    expect(row.exportError).toMatch(/^[A-Z].*\.$/);
  }, 60_000);
}, 90_000);
