import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import type { ReadStream } from "node:fs";
import { request } from "node:http";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { enterLibrary } from "@alcoves/core/access";
import { openDownload, prepareDownload, pruneDownloads } from "@alcoves/core/downloads";
import { createFolder } from "@alcoves/core/folders";
import { createLibrary } from "@alcoves/core/libraries";
import { trashItems } from "@alcoves/core/trash";
import { momentClipKey, originalKey } from "@alcoves/storage";
import {
  addPerson,
  eventually,
  startTestInstance,
  startTestS3,
  type TestInstance,
  type TestPerson,
  uploadFile,
} from "@alcoves/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as yauzl from "yauzl";

const s3 = await startTestS3();
const local = await startTestInstance();
const onS3 = await startTestInstance({
  environment: {
    ALCOVES_STORAGE: "s3",
    ALCOVES_S3_BUCKET: s3.bucket,
    ALCOVES_S3_ENDPOINT: s3.endpoint,
    ALCOVES_S3_ACCESS_KEY_ID: s3.accessKeyId,
    ALCOVES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  },
});
afterAll(async () => {
  await Promise.all([local.close(), onS3.close()]);
  await s3.close();
});

const enter = ({ ctx }: TestPerson, libraryId: string) => enterLibrary(ctx, libraryId, "download originals");
const get = (instance: TestInstance, url: string, { token }: { token: string }, init: RequestInit = {}) =>
  fetch(instance.url + url, { headers: { authorization: `Bearer ${token}` }, ...init });
const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Contents of an archive by path, as another program reads them. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    found.set(entry.fileName, entry.fileName.endsWith(".txt") ? content.toString() : hash(content));
  }
  return found;
}

async function fetchArchive(
  instance: TestInstance,
  url: string,
  person: TestPerson,
): Promise<Map<string, string>> {
  const answer = await get(instance, url, person);
  expect(answer.status).toBe(200);
  return unzip(Buffer.from(await answer.arrayBuffer()));
}

describe.each([
  ["a local folder", local],
  ["an S3 server", onS3],
])("a download from %s", (_name, instance) => {
  it("is a folder with its tree, empty ones too, of exactly the size that was said", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const ctx = await enter(ada, libraryId);
    const contents = [randomBytes(300_000), randomBytes(10), Buffer.alloc(0)] as const;
    const places = [
      { path: "Summer/Beach", name: "Größe 🌻.bin" },
      { path: "Summer", name: "CON.bin" },
      { path: "Summer", name: "nothing.bin" },
    ];
    for (const [index, place] of places.entries())
      await uploadFile(contents[index] ?? "", { ...instance, ...ada, ...place });
    const summer = await instance.services.database.prisma.folder.findFirstOrThrow({
      where: { libraryId, name: "Summer" },
    });
    await createFolder(ctx, { libraryId, parentId: summer.id, name: "Empty" });

    const prepared = await prepareDownload(ctx, { libraryId, folderIds: [summer.id] });
    expect(prepared.fileCount).toBe(3);
    const head = await get(instance, prepared.url, ada, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe(String(prepared.sizeBytes));
    const answer = await get(instance, prepared.url, ada);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Summer.zip"/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes).toHaveLength(prepared.sizeBytes);
    const found = await unzip(bytes);
    expect(Object.fromEntries(found)).toEqual({
      "Summer/Empty/": hash(Buffer.alloc(0)),
      "Summer/Beach/Größe 🌻.bin": hash(contents[0]),
      "Summer/_CON.bin": hash(contents[1]),
      "Summer/nothing.bin": hash(contents[2]),
    });
  });

  it("is a selection, with companions beside their files and each name once", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const upload = (name: string, path = "") =>
      uploadFile(Buffer.from(name), { ...instance, ...ada, name, path });
    const fileIds = [await upload("a.bin"), await upload("a.bin", "b"), await upload("A.BIN", "c")];
    const clipId = await upload("a.mov", "b");
    const { prisma } = instance.services.database;
    await prisma.file.update({ where: { id: clipId }, data: { companionOfId: fileIds[1] ?? null } });
    const prepared = await prepareDownload(await enter(ada, libraryId), { libraryId, fileIds });
    expect(prepared.fileCount).toBe(3);
    const found = await fetchArchive(instance, prepared.url, ada);
    expect(found.size).toBe(4);
    const second = found.get("a (2).bin") === hash(Buffer.from("a.bin")) || found.has("A (2).BIN");
    expect(second).toBe(true);
    expect([...found.keys()].filter((path) => path.endsWith(".mov"))).toHaveLength(1);
  });

  it("is the clips of moments, each under its own name, and without those that have none", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const ctx = await enter(ada, libraryId);
    const { prisma } = instance.services.database;
    const fileId = await uploadFile(Buffer.from("film"), { ...instance, ...ada, name: "film.mp4" });
    await prisma.file.update({ where: { id: fileId }, data: { kind: "video" } });
    const addMoment = async (name: string, exportDoneVersion: number) => {
      const data = { libraryId, fileId, name, startMs: 0, endMs: 1_000, exportDoneVersion };
      const { id: momentId } = await prisma.moment.create({ data });
      if (exportDoneVersion > 0) {
        const key = momentClipKey({ libraryId, fileId, momentId, version: exportDoneVersion });
        await instance.services.storage.write(key, Buffer.from(`${name} ${momentId}`));
      }
      return momentId;
    };
    const momentIds = [
      await addMoment("Goal: 1/2", 1),
      await addMoment("Cake", 2),
      await addMoment("Cake", 1),
    ];
    const prepared = await prepareDownload(ctx, { libraryId, momentIds });
    expect(prepared.fileCount).toBe(3);
    const found = await fetchArchive(instance, prepared.url, ada);
    expect([...found.keys()].sort()).toEqual(["Cake (2).mp4", "Cake.mp4", "Goal_ 1_2.mp4"]);
    expect(found.get("Goal_ 1_2.mp4")).toBe(hash(Buffer.from(`Goal: 1/2 ${momentIds[0]}`)));

    const unmade = await addMoment("Not made", 0);
    await expect(
      prepareDownload(ctx, { libraryId, momentIds: [...momentIds, unmade] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await prisma.moment.update({ where: { id: momentIds[0] ?? "" }, data: { removedAt: new Date() } });
    const later = await fetchArchive(instance, prepared.url, ada);
    expect([...later.keys()]).toEqual(["Not in this download.txt", "Cake.mp4", "Cake (2).mp4"]);
    expect(later.get("Not in this download.txt")).toContain("Goal: 1/2");
  });

  it("breaks off when the bytes of a file are missing, instead of passing for whole", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const first = await uploadFile(randomBytes(100_000), { ...instance, ...ada, name: "1.bin" });
    const lost = await uploadFile(randomBytes(100_000), { ...instance, ...ada, name: "2.bin" });
    const { url } = await prepareDownload(await enter(ada, libraryId), { libraryId, fileIds: [first, lost] });
    await instance.services.storage.remove(originalKey({ libraryId, fileId: lost }));
    const answer = await get(instance, url, ada);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});

describe("a prepared download", () => {
  it("is refused whole for one file or folder that is foreign, trashed or missing", async () => {
    const ada = await addPerson(local);
    const eve = await addPerson(local, "Eve");
    const { libraryId } = ada;
    const ctx = await enter(ada, libraryId);
    const own = await uploadFile(Buffer.from("own"), { ...local, ...ada });
    const foreign = await uploadFile(Buffer.from("foreign"), { ...local, ...eve });
    const trashed = await uploadFile(Buffer.from("trashed"), { ...local, ...ada });
    await trashItems(ctx, { libraryId, fileIds: [trashed] });
    for (const bad of [foreign, trashed, "00000000-0000-4000-8000-000000000000"])
      await expect(prepareDownload(ctx, { libraryId, fileIds: [own, bad] })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    const { folderId } = await createFolder(await enter(eve, eve.libraryId), {
      libraryId: eve.libraryId,
      parentId: null,
      name: "Eve's",
    });
    for (const bad of [folderId, "00000000-0000-4000-8000-000000000000"])
      await expect(
        prepareDownload(ctx, { libraryId, fileIds: [own], folderIds: [bad] }),
      ).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    expect(await local.services.database.prisma.download.count({ where: { libraryId } })).toBe(0);
    await expect(prepareDownload(ctx, { libraryId })).rejects.toThrow("Choose what you want to download");
  });

  it("leaves out what went to the trash meanwhile, and says so in a text", async () => {
    const ada = await addPerson(local);
    const { libraryId } = ada;
    const ctx = await enter(ada, libraryId);
    const names = ["stays.bin", "goes.bin", "purged.bin"];
    const fileIds: string[] = [];
    for (const name of names) fileIds.push(await uploadFile(Buffer.from(name), { ...local, ...ada, name }));
    const { url } = await prepareDownload(ctx, { libraryId, fileIds });
    await trashItems(ctx, { libraryId, fileIds: fileIds.slice(1) });
    await local.services.database.prisma.file.update({
      where: { id: fileIds[2] ?? "" },
      data: { purgedAt: new Date() },
    });
    const found = await fetchArchive(local, url, ada);
    expect([...found.keys()]).toEqual(["Not in this download.txt", "stays.bin"]);
    const note = found.get("Not in this download.txt");
    expect(note).toContain("goes.bin\r\n1 more, deleted for good");
    expect(note).not.toContain("purged.bin");

    await trashItems(ctx, { libraryId, fileIds: fileIds.slice(0, 1) });
    expect((await get(local, url, ada)).status).toBe(404);
  });

  it("is nobody else's, ends with its hour, and with membership", async () => {
    const olga = await addPerson(local, "Olga");
    const ada = await addPerson(local);
    const { prisma } = local.services.database;
    const { libraryId } = await createLibrary(olga.ctx, { name: "Shared", emoji: "🏡" });
    const membership = { libraryId, userId: ada.userId };
    await prisma.libraryMember.create({ data: { ...membership, role: "viewer" } });
    const fileId = await uploadFile(Buffer.from("shared"), { ...local, ...olga, libraryId });
    const prepare = async () =>
      (await prepareDownload(await enter(ada, libraryId), { libraryId, fileIds: [fileId] })).url;
    const url = await prepare();
    expect((await get(local, url, olga)).status).toBe(404);
    expect((await get(local, url, ada)).status).toBe(200);
    await prisma.libraryMember.delete({ where: { libraryId_userId: membership } });
    expect((await get(local, url, ada)).status).toBe(404);

    await prisma.libraryMember.create({ data: { ...membership, role: "viewer" } });
    const old = await prepare();
    await prisma.download.updateMany({ where: membership, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await get(local, old, ada)).status).toBe(404);
    await pruneDownloads(local.as({ kind: "system", job: "upkeep" }));
    expect(await prisma.download.count({ where: membership })).toBe(0);
  });

  it("pushes out the oldest of its person's when there are many", async () => {
    const ada = await addPerson(local);
    const { libraryId } = ada;
    const ctx = await enter(ada, libraryId);
    const fileId = await uploadFile(Buffer.from("a"), { ...local, ...ada });
    const urls: string[] = [];
    for (let count = 0; count < 21; count += 1)
      urls.push((await prepareDownload(ctx, { libraryId, fileIds: [fileId] })).url);
    expect((await get(local, urls[0] ?? "", ada)).status).toBe(404);
    expect((await get(local, urls[1] ?? "", ada)).status).toBe(200);
  });
});

describe("while it is sent, a download", () => {
  const opened: Readable[] = [];
  const { storage } = local.services;
  const read = storage.read.bind(storage);
  beforeEach(() => {
    opened.length = 0;
    storage.read = async (...asked) => {
      const blob = await read(...asked);
      opened.push(blob.stream);
      return blob;
    };
    return () => {
      storage.read = read;
    };
  });

  async function prepareLarge(ada: TestPerson): Promise<string> {
    const bytes = randomBytes(8_000_000);
    const fileIds: string[] = [];
    for (const name of ["1.bin", "2.bin", "3.bin"])
      fileIds.push(await uploadFile(bytes, { ...local, ...ada, name }));
    const { libraryId } = ada;
    return (await prepareDownload(await enter(ada, libraryId), { libraryId, fileIds })).url;
  }

  it("waits for a slow reader, and closes everything when they leave", { timeout: 180_000 }, async () => {
    const ada = await addPerson(local);
    const url = await prepareLarge(ada);
    const asking = request(local.url + url, { headers: { authorization: `Bearer ${ada.token}` } }).end();
    asking.on("error", () => {});
    const [incoming] = await once(asking, "response");
    await once(incoming, "readable");
    // The reader takes nothing more: what sockets and streams hold is all that is ever read ahead.
    let before = -1;
    await eventually(async () => {
      const now = (opened[0] as ReadStream | undefined)?.bytesRead ?? 0;
      const hasStopped = now > 0 && now === before;
      before = now;
      expect(hasStopped).toBe(true);
    });
    expect(opened.length).toBe(1);
    asking.destroy();
    await eventually(async () => expect(opened.every((stream) => stream.closed)).toBe(true), 20_000);
    expect(opened.length).toBe(1);
  });

  it("is cut when its reader is removed from the library, and when they sign out", async () => {
    const olga = await addPerson(local, "Olga");
    const { prisma } = local.services.database;
    for (const end of [
      (ada: TestPerson, libraryId: string) =>
        prisma.libraryMember.delete({ where: { libraryId_userId: { libraryId, userId: ada.userId } } }),
      (ada: TestPerson) => prisma.session.delete({ where: { id: ada.sessionId } }),
    ]) {
      const ada = await addPerson(local);
      const { libraryId } = await createLibrary(olga.ctx, { name: "Shared", emoji: "🏡" });
      await prisma.libraryMember.create({ data: { libraryId, userId: ada.userId, role: "viewer" } });
      const fileId = await uploadFile(randomBytes(1_000_000), { ...local, ...olga, libraryId });
      const { url } = await prepareDownload(await enter(ada, libraryId), { libraryId, fileIds: [fileId] });
      const download = await openDownload(ada.ctx, url.split("/").at(-1) ?? "", { lookEveryMs: 20 });
      const stream = download.start();
      const broken = once(stream, "error");
      await end(ada, libraryId);
      expect((await broken)[0]).toMatchObject({ name: "DomainError" });
      await eventually(async () => expect(opened.every((blob) => blob.closed)).toBe(true));
    }
  });
});
