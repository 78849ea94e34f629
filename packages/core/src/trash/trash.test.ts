import { filePrefixes, originalKey, proxyKey } from "@alcoves/storage";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { Permission } from "../access/schema.ts";
import { findMediaFile, getFile, listFiles, someFiles } from "../files/index.ts";
import { createFolder } from "../folders/index.ts";
import {
  emptyTrash,
  listTrash,
  purgeExpired,
  purgeItems,
  restoreItems,
  sweepPurged,
  trashItems,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const { storage } = instance.services;
const system = instance.as({ kind: "system", job: "upkeep" });

const enter = ({ ctx, libraryId }: TestPerson, permission: Permission = "move files to the trash") =>
  enterLibrary(ctx, libraryId, permission);

/** An id that comes before every one of today. */
const uuid = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`;

/** A file with an original and a copy made of it. */
async function addFile(
  { libraryId, userId }: { libraryId: string; userId: string },
  data: { name?: string; folderId?: string; companionOfId?: string } = {},
): Promise<string> {
  const { id } = await prisma.file.create({
    data: {
      libraryId,
      uploadedById: userId,
      name: "a.jpg",
      kind: "photo",
      mimeType: "image/jpeg",
      sizeBytes: 5n,
      ...data,
    },
  });
  await storage.write(originalKey({ libraryId, fileId: id }), Buffer.from("bytes"));
  await storage.write(proxyKey({ libraryId, fileId: id, version: 1 }), Buffer.from("copy"));
  return id;
}

async function blobsOf(libraryId: string, fileId: string): Promise<number> {
  let count = 0;
  for (const prefix of filePrefixes({ libraryId, fileId })) {
    for await (const _key of storage.list(prefix)) count += 1;
  }
  return count;
}

describe("a file in the trash", () => {
  it("is nowhere else, and comes back to its folder with what accompanies it", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada);
    const { libraryId } = ada;
    const folder = await createFolder(ctx, { libraryId, parentId: null, name: "Summer" });
    const fileId = await addFile(ada, { folderId: folder.folderId });
    const clipId = await addFile(ada, { folderId: folder.folderId, companionOfId: fileId });

    await trashItems(ctx, { libraryId, fileIds: [fileId] });
    const inFolder = () => listFiles(ctx, { libraryId, folderId: folder.folderId, limit: 10 });
    expect((await inFolder()).files).toEqual([]);
    expect(await someFiles(ctx, { libraryId, fileIds: [fileId, clipId] })).toEqual([]);
    await expect(getFile(ctx, { libraryId, fileId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(findMediaFile(ada.ctx, clipId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { items } = await listTrash(ctx, { libraryId, limit: 10 });
    expect(items).toMatchObject([{ of: "file", fileId, name: "a.jpg", sizeBytes: 5, mayRestore: true }]);

    await restoreItems(ctx, { libraryId, fileIds: [fileId] });
    expect((await inFolder()).files).toMatchObject([{ fileId }]);
    expect((await findMediaFile(ada.ctx, clipId)).file.fileId).toBe(clipId);
    expect((await listTrash(ctx, { libraryId, limit: 10 })).items).toEqual([]);
  });

  it("comes back to the top of the library when its folder is gone", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada);
    const { libraryId } = ada;
    const folder = await createFolder(ctx, { libraryId, parentId: null, name: "Summer" });
    const fileId = await addFile(ada, { folderId: folder.folderId });
    await trashItems(ctx, { libraryId, fileIds: [fileId] });
    await prisma.folder.update({ where: { id: folder.folderId }, data: { trashedAt: new Date() } });
    await restoreItems(ctx, { libraryId, fileIds: [fileId] });
    expect((await listFiles(ctx, { libraryId, folderId: null, limit: 10 })).files).toMatchObject([
      { fileId },
    ]);
  });

  it("is still worked on: what is taken out is whole", async () => {
    const ada = await addPerson(instance);
    const fileId = await addFile(ada);
    await trashItems(await enter(ada), { libraryId: ada.libraryId, fileIds: [fileId] });
    expect((await findMediaFile(system, fileId)).file.fileId).toBe(fileId);
  });
});

describe("moving many", () => {
  it("moves all or none: one that is foreign, missing or on the other side refuses the whole", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const ctx = await enter(ada);
    const { libraryId } = ada;
    const [own, trashed, foreign] = [await addFile(ada), await addFile(ada), await addFile(eve)];
    await trashItems(ctx, { libraryId, fileIds: [trashed] });
    const missing = "00000000-0000-4000-8000-000000000000";
    for (const other of [foreign, missing, trashed]) {
      const refused = trashItems(ctx, { libraryId, fileIds: [own, other] });
      await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const verb of [restoreItems, purgeItems]) {
      await expect(verb(ctx, { libraryId, fileIds: [trashed, own] })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await someFiles(ctx, { libraryId, fileIds: [own] })).toHaveLength(1);
    expect((await listTrash(ctx, { libraryId, limit: 10 })).items).toMatchObject([{ fileId: trashed }]);
  });

  it("lets a contributor move what is theirs, and an admin everything", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const { id: libraryId } = await prisma.library.create({
      data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
    });
    await prisma.libraryMember.create({ data: { libraryId, userId: eve.userId, role: "contributor" } });
    const adas = await addFile({ libraryId, userId: ada.userId });
    const eves = await addFile({ libraryId, userId: eve.userId });
    const asEve = await enterLibrary(eve.ctx, libraryId, "move files to the trash");
    const asAda = await enterLibrary(ada.ctx, libraryId, "move files to the trash");
    const both = { libraryId, fileIds: [adas, eves] };
    await expect(trashItems(asEve, both)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await trashItems(asEve, { libraryId, fileIds: [eves] });
    await trashItems(asAda, { libraryId, fileIds: [adas] });
    await expect(restoreItems(asEve, both)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await restoreItems(asAda, both);
  });

  it("ends in one of both states when trashed and restored by many at once", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada);
    const { libraryId } = ada;
    const fileIds = await Promise.all([addFile(ada), addFile(ada), addFile(ada)]);
    const acts = Array.from({ length: 20 }, (_, turn) => {
      const input = { libraryId, fileIds: turn % 3 === 0 ? fileIds.toReversed() : fileIds };
      return turn % 2 === 0 ? trashItems(ctx, input) : restoreItems(ctx, input);
    });
    for (const { status, ...rest } of await Promise.allSettled(acts)) {
      if (status === "rejected") expect(rest).toMatchObject({ reason: { code: "NOT_FOUND" } });
    }
    expect([0, 3]).toContain((await listTrash(ctx, { libraryId, limit: 10 })).items.length);
  });
});

describe("deleting for good", () => {
  it("removes original, copies and row, and only those", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada, "delete files for good");
    const { libraryId } = ada;
    const [gone, kept] = [await addFile(ada), await addFile(ada)];
    const clip = await addFile(ada, { companionOfId: gone });
    await trashItems(ctx, { libraryId, fileIds: [gone] });
    await purgeItems(ctx, { libraryId, fileIds: [gone] });
    expect([await blobsOf(libraryId, gone), await blobsOf(libraryId, clip)]).toEqual([0, 0]);
    expect(await prisma.file.count({ where: { id: { in: [gone, clip] } } })).toBe(0);
    expect(await blobsOf(libraryId, kept)).toBe(2);
  });

  it("takes no file that is not in the trash", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada, "delete files for good");
    const fileId = await addFile(ada);
    const refused = purgeItems(ctx, { libraryId: ada.libraryId, fileIds: [fileId] });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await blobsOf(ada.libraryId, fileId)).toBe(2);
  });

  it("is finished by the sweep when it was cut off, and hides the file meanwhile", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada, "delete files for good");
    const { libraryId } = ada;
    const fileId = await addFile(ada);
    await trashItems(ctx, { libraryId, fileIds: [fileId] });
    await prisma.file.update({ where: { id: fileId }, data: { purgedAt: new Date() } });
    expect((await listTrash(ctx, { libraryId, limit: 10 })).items).toEqual([]);
    await expect(restoreItems(ctx, { libraryId, fileIds: [fileId] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(findMediaFile(system, fileId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await Promise.all([sweepPurged(system), sweepPurged(system)]);
    expect(await blobsOf(libraryId, fileId)).toBe(0);
    expect(await prisma.file.count({ where: { id: fileId } })).toBe(0);
  });

  it("is not kept waiting by files that cannot be removed, however many", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const facts = { libraryId, kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
    const longAgo = new Date(Date.now() - 60_000);
    const stuck = Array.from({ length: 100 }, (_, place) => ({ id: uuid(place), name: "stuck.jpg" }));
    await prisma.file.createMany({ data: stuck.map((row) => ({ ...facts, ...row, purgedAt: longAgo })) });
    // Somebody's companion still points at each: its row cannot go.
    await prisma.file.createMany({
      data: stuck.map(({ id }) => ({ ...facts, name: "a.xmp", companionOfId: id })),
    });
    const fileId = await addFile(ada);
    await prisma.file.update({ where: { id: fileId }, data: { purgedAt: new Date() } });
    await sweepPurged(system);
    await sweepPurged(system);
    expect(await prisma.file.count({ where: { id: fileId } })).toBe(0);
    expect(await prisma.file.count({ where: { libraryId, name: "stuck.jpg" } })).toBe(100);
    await prisma.file.deleteMany({ where: { libraryId, companionOfId: { not: null } } });
    await sweepPurged(system);
    expect(await prisma.file.count({ where: { libraryId } })).toBe(0);
  });

  it("comes by itself after the days that the operator set, and empties on request", async () => {
    const ada = await addPerson(instance);
    const ctx = await enter(ada, "delete files for good");
    const { libraryId } = ada;
    const [old, young] = [await addFile(ada), await addFile(ada)];
    await trashItems(ctx, { libraryId, fileIds: [old, young] });
    const { trashDays } = instance.services;
    const before = new Date(Date.now() - (trashDays * 24 + 1) * 60 * 60 * 1_000);
    await prisma.file.update({ where: { id: old }, data: { trashedAt: before } });
    await purgeExpired(system);
    expect((await listTrash(ctx, { libraryId, limit: 10 })).items).toMatchObject([{ fileId: young }]);
    expect(await emptyTrash(ctx)).toEqual({ count: 1 });
    await sweepPurged(system);
    expect(await prisma.file.count({ where: { libraryId } })).toBe(0);
  });
});

it("pages through the trash once, latest first, whatever was trashed at one time", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (hours, limit) => {
        const ada = await addPerson(instance);
        const ctx = await enter(ada);
        const { libraryId } = ada;
        const facts = { libraryId, kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
        await prisma.file.createMany({
          data: hours.map((hour, index) => ({
            ...facts,
            name: `${index}`,
            trashedAt: new Date(Date.now() - hour * 3_600_000),
          })),
        });
        const seen: { name: string; at: number }[] = [];
        let cursor: string | null = null;
        do {
          const page = await listTrash(ctx, { libraryId, cursor, limit });
          seen.push(...page.items.map(({ name, trashedAt }) => ({ name, at: trashedAt.getTime() })));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen.map(({ name }) => name).sort()).toEqual(hours.map((_, index) => `${index}`).sort());
        expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => b - a));
      },
    ),
    { numRuns: 10 },
  );
});
