import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { getFile } from "../files/index.ts";
import { createFolder } from "../folders/index.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import {
  createTag,
  listTagFiles,
  listTagFolders,
  listTags,
  mergeTags,
  putTags,
  removeTag,
  tagsOf,
  undoTags,
  updateTag,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const facts = { kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;

async function addFiles({ libraryId, userId }: { libraryId: string; userId: string }, count = 1) {
  const rows = await prisma.file.createManyAndReturn({
    data: Array.from({ length: count }, (_, at) => ({
      ...facts,
      libraryId,
      uploadedById: userId,
      name: `${at}.jpg`,
      capturedAt: new Date(Math.floor(at / 2) * 1_000),
    })),
  });
  return rows.map(({ id }) => id);
}

/** A library with its owner, a contributor and two files of each. */
async function home() {
  const [ada, cleo] = [await addPerson(instance), await addPerson(instance, "Cleo")];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  await prisma.libraryMember.create({ data: { libraryId, userId: cleo.userId, role: "contributor" } });
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "tag files");
  const [ctx, asCleo] = [await enter(ada), await enter(cleo)];
  const [own, hers] = [
    await addFiles({ libraryId, userId: ada.userId }, 2),
    await addFiles({ libraryId, userId: cleo.userId }, 2),
  ];
  return { ada, libraryId, ctx, asCleo, own, hers };
}

describe("a tag", () => {
  it("gets the colour that is used least, the first of the palette before others", async () => {
    const { ctx, libraryId } = await home();
    const make = async (name: string, color?: number) =>
      (await createTag(ctx, { libraryId, name, color })).color;
    expect([await make("a"), await make("b"), await make("c", 2), await make("d")]).toEqual([0, 1, 2, 3]);
    for (let at = 4; at < 12; at += 1) expect(await make(`${at}`)).toBe(at);
    expect(await make("again")).toBe(0);
    const [red] = await listTags(ctx);
    await updateTag(ctx, { libraryId, tagId: red?.tagId ?? "", color: 5 });
    expect((await listTags(ctx)).find(({ tagId }) => tagId === red?.tagId)?.color).toBe(5);
  });

  it("has a name of its own in the library, letter case and spaces aside, also when many come at once", async () => {
    const { ctx, libraryId } = await home();
    const names = ["Été", "été", " ÉTÉ ", "E\u0301te\u0301"];
    const made = await Promise.allSettled(names.map((name) => createTag(ctx, { libraryId, name })));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of made)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "CONFLICT" });
    expect(await listTags(ctx)).toHaveLength(1);
    for (const name of [" ", "x".repeat(51), "two\nlines"])
      await expect(createTag(ctx, { libraryId, name })).rejects.toThrow();
  });

  it("is renamed, in another letter case too, but not to the name of another", async () => {
    const { ctx, libraryId } = await home();
    const [sea] = [
      await createTag(ctx, { libraryId, name: "sea" }),
      await createTag(ctx, { libraryId, name: "Snow" }),
    ];
    await updateTag(ctx, { libraryId, tagId: sea.tagId, name: "Sea" });
    await expect(updateTag(ctx, { libraryId, tagId: sea.tagId, name: "snow" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await listTags(ctx)).map(({ name }) => name)).toEqual(["Sea", "Snow"]);
    const entry = await prisma.activity.findFirst({ where: { libraryId, kind: "tag.renamed" } });
    expect(entry?.subject).toEqual({ tagId: sea.tagId, from: "sea", name: "Sea" });
  });

  it("is counted on what is not in the trash, survives it, and goes with what is deleted for good", async () => {
    const { ctx, libraryId, own } = await home();
    const { folderId } = await createFolder(ctx, { libraryId, parentId: null, name: "Summer" });
    const { added } = await putTags(ctx, {
      libraryId,
      fileIds: own,
      folderIds: [folderId],
      addNames: ["sea"],
    });
    const tagId = added[0]?.tagId ?? "";
    const counts = async () =>
      (await listTags(ctx)).map(({ fileCount, folderCount }) => [fileCount, folderCount]);
    expect(await counts()).toEqual([[2, 1]]);
    expect(await listTagFolders(ctx, { libraryId, tagId })).toEqual([{ folderId, name: "Summer" }]);
    const fileIds = own.slice(0, 1);
    await trashItems(ctx, { libraryId, fileIds });
    expect(await counts()).toEqual([[1, 1]]);
    expect(await tagsOf(ctx, { libraryId, fileIds: own })).toEqual([{ tagId, count: 1 }]);
    expect((await listTagFiles(ctx, { libraryId, tagId })).files.map(({ fileId }) => fileId)).toEqual(
      own.slice(1),
    );
    await restoreItems(ctx, { libraryId, fileIds });
    expect(await counts()).toEqual([[2, 1]]);
    await trashItems(ctx, { libraryId, fileIds });
    await emptyTrash(ctx);
    expect(await prisma.fileTag.findMany({ where: { fileId: { in: own } } })).toEqual([
      { fileId: own[1], tagId },
    ]);
  });

  it("is counted on moments that are not deleted, and whose file is not in the trash", async () => {
    const { ctx, libraryId, own } = await home();
    const { tagId } = await createTag(ctx, { libraryId, name: "funny" });
    const [fileId = ""] = own;
    const moment = { libraryId, fileId, startMs: 0, endMs: 1_000, tags: { create: { tagId } } };
    await prisma.moment.create({ data: { ...moment, name: "kept" } });
    await prisma.moment.create({ data: { ...moment, name: "deleted", removedAt: new Date() } });
    expect(await listTags(ctx)).toMatchObject([{ fileCount: 0, momentCount: 1 }]);
    await trashItems(ctx, { libraryId, fileIds: [fileId] });
    expect(await listTags(ctx)).toMatchObject([{ momentCount: 0 }]);
  });

  it("goes with its library, and comes off what had it when it is deleted", async () => {
    const { ctx, libraryId, own } = await home();
    const { added } = await putTags(ctx, { libraryId, fileIds: own, addNames: ["sea", "snow"] });
    await removeTag(ctx, { libraryId, tagId: added[0]?.tagId ?? "" });
    expect(await listTags(ctx)).toHaveLength(1);
    expect((await getFile(ctx, { libraryId, fileId: own[0] ?? "" })).tags).toHaveLength(1);
    await prisma.file.deleteMany({ where: { libraryId } });
    await prisma.library.delete({ where: { id: libraryId } });
    expect(await prisma.tag.count({ where: { libraryId } })).toBe(0);
  });
});

describe("merging two tags", () => {
  it("leaves one, on everything that had either, in the trash too", async () => {
    const { ctx, libraryId, own, hers } = await home();
    const [sea, ocean] = [
      await createTag(ctx, { libraryId, name: "sea" }),
      await createTag(ctx, { libraryId, name: "ocean" }),
    ];
    await putTags(ctx, { libraryId, fileIds: own, add: [sea.tagId] });
    await putTags(ctx, { libraryId, fileIds: [own[0] ?? "", ...hers], add: [ocean.tagId] });
    await trashItems(ctx, { libraryId, fileIds: own.slice(1) });
    await mergeTags(ctx, { libraryId, tagId: sea.tagId, intoTagId: ocean.tagId });
    expect(await listTags(ctx)).toMatchObject([{ name: "ocean", fileCount: 3 }]);
    await restoreItems(ctx, { libraryId, fileIds: own.slice(1) });
    expect(await listTags(ctx)).toMatchObject([{ name: "ocean", fileCount: 4 }]);
    const itself = { libraryId, tagId: ocean.tagId, intoTagId: ocean.tagId };
    await expect(mergeTags(ctx, itself)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("loses nothing when it is done both ways, and files are tagged, at once", async () => {
    const { ctx, libraryId, own, hers } = await home();
    const [a, b] = [
      await createTag(ctx, { libraryId, name: "a" }),
      await createTag(ctx, { libraryId, name: "b" }),
    ];
    await putTags(ctx, { libraryId, fileIds: own, add: [a.tagId] });
    const outcomes = await Promise.allSettled([
      mergeTags(ctx, { libraryId, tagId: a.tagId, intoTagId: b.tagId }),
      mergeTags(ctx, { libraryId, tagId: b.tagId, intoTagId: a.tagId }),
      putTags(ctx, { libraryId, fileIds: hers, addNames: ["a"] }),
    ]);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "NOT_FOUND" });
    expect(outcomes.slice(0, 2).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const tagged = await prisma.fileTag.findMany({ where: { fileId: { in: [...own, ...hers] } } });
    const isPut = outcomes[2]?.status === "fulfilled";
    expect(tagged.map(({ fileId }) => fileId).toSorted()).toEqual(
      (isPut ? [...own, ...hers] : own).toSorted(),
    );
  });
});

describe("tagging many files", () => {
  it("says what it changed, which undone is as it was before, whatever had which tag", async () => {
    const { ctx, libraryId, own, hers } = await home();
    const fileIds = [...own, ...hers];
    const { folderId } = await createFolder(ctx, { libraryId, parentId: null, name: "Summer" });
    const tagIds: string[] = [];
    for (const name of ["a", "b", "c"]) tagIds.push((await createTag(ctx, { libraryId, name })).tagId);
    const some = (of: string[]) => fc.subarray(of);
    await fc.assert(
      fc.asyncProperty(
        some(fileIds),
        some(tagIds),
        some(fileIds),
        fc.array(fc.constantFrom("add", "remove", "leave"), { minLength: 3, maxLength: 3 }),
        async (before, had, now, wishes) => {
          await prisma.fileTag.deleteMany({});
          await putTags(ctx, { libraryId, fileIds: before, add: had });
          const all = async () => {
            const [files, folders] = [await prisma.fileTag.findMany(), await prisma.folderTag.findMany()];
            return [
              ...files.map(({ fileId, tagId }) => `${fileId} ${tagId}`),
              ...folders.map(({ tagId }) => tagId),
            ].toSorted();
          };
          const state = await all();
          const wished = (wish: string) => tagIds.filter((_, at) => wishes[at] === wish);
          const changed = await putTags(ctx, {
            libraryId,
            fileIds: now,
            folderIds: [folderId],
            add: wished("add"),
            remove: wished("remove"),
          });
          for (const tagId of wished("add"))
            for (const fileId of now) expect(await all()).toContain(`${fileId} ${tagId}`);
          for (const tagId of wished("remove"))
            for (const fileId of now) expect(await all()).not.toContain(`${fileId} ${tagId}`);
          await undoTags(ctx, { libraryId, ...changed });
          expect(await all()).toEqual(state);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("finds a tag by its name in any case, makes what is missing, and writes one entry", async () => {
    const { ctx, libraryId, own } = await home();
    const { tagId } = await createTag(ctx, { libraryId, name: "Sea" });
    const { added, removed } = await putTags(ctx, {
      libraryId,
      fileIds: own,
      addNames: ["sea", "SEA", "snow"],
    });
    expect(added.map((each) => each.fileIds.length)).toEqual([2, 2]);
    expect(added.map((each) => each.tagId)).toContain(tagId);
    expect(removed).toEqual([]);
    const entries = await prisma.activity.findMany({ where: { libraryId, kind: "files.tagged" } });
    expect(entries.map(({ subject }) => subject)).toEqual([
      // Of one of them: whichever has the older id, which two of one millisecond share.
      { name: expect.stringMatching(/^[01]\.jpg$/), count: 2, added: ["Sea", "snow"], removed: [] },
    ]);
    await putTags(ctx, { libraryId, fileIds: own, addNames: ["sea"] });
    expect(await prisma.activity.count({ where: { libraryId, kind: "files.tagged" } })).toBe(1);
  });

  it("is refused as a whole for one file, folder or tag of elsewhere, in the trash, or of somebody else", async () => {
    const { ctx, asCleo, libraryId, own, hers } = await home();
    const other = await home();
    const { tagId } = await createTag(ctx, { libraryId, name: "sea" });
    const foreign = await createTag(other.ctx, { libraryId: other.libraryId, name: "sea" });
    const folder = await createFolder(other.ctx, { libraryId: other.libraryId, parentId: null, name: "F" });
    await trashItems(ctx, { libraryId, fileIds: own.slice(1) });
    const put = { libraryId, fileIds: hers, add: [tagId] };
    const refusals = [
      () => putTags(ctx, { ...put, fileIds: [...hers, other.own[0] ?? ""] }),
      () => putTags(ctx, { ...put, fileIds: [...hers, own[1] ?? ""] }),
      () => putTags(ctx, { ...put, folderIds: [folder.folderId] }),
      () => putTags(ctx, { ...put, add: [tagId, foreign.tagId] }),
      () => putTags(ctx, { ...put, remove: [foreign.tagId] }),
      () =>
        undoTags(ctx, {
          libraryId,
          added: [],
          removed: [{ tagId: foreign.tagId, fileIds: hers, folderIds: [] }],
        }),
      () => undoTags(ctx, { libraryId, added: [], removed: [{ tagId, fileIds: other.own, folderIds: [] }] }),
    ];
    for (const refused of refusals) await expect(refused()).rejects.toMatchObject({ code: "NOT_FOUND" });
    const others = putTags(asCleo, { ...put, fileIds: [...hers, own[0] ?? ""] });
    await expect(others).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(putTags(ctx, { ...put, remove: [tagId] })).rejects.toMatchObject({ code: "INVALID" });
    expect(await prisma.fileTag.count({ where: { fileId: { in: [...own, ...hers] } } })).toBe(0);
    await putTags(asCleo, put);
    expect(await prisma.fileTag.count({ where: { fileId: { in: hers } } })).toBe(2);
  });

  it("takes ten thousand files at once, and no more", async () => {
    const { ctx, libraryId } = await home();
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      INSERT INTO files (library_id, name, kind, mime_type, size_bytes)
      SELECT ${libraryId}::uuid, n::text, 'photo', 'image/jpeg', n FROM generate_series(1, 10000) n RETURNING id`;
    const fileIds = rows.map(({ id }) => id);
    const { added } = await putTags(ctx, { libraryId, fileIds, addNames: ["all"] });
    expect(added[0]?.fileIds).toHaveLength(10_000);
    const size = Buffer.byteLength(JSON.stringify({ libraryId, added, removed: added }));
    expect(size).toBeLessThan(1024 * 1024);
    await expect(putTags(ctx, { libraryId, fileIds, addNames: ["a", "b", "c"] })).rejects.toThrow(
      "too much at once",
    );
    const tooMany = [...fileIds, fileIds[0] ?? ""];
    await expect(putTags(ctx, { libraryId, fileIds: tooMany, addNames: ["a"] })).rejects.toThrow(
      "at most 10000",
    );
  });
});

it("pages through the files of a tag once, newest capture first", async () => {
  const { ada, ctx, libraryId } = await home();
  const fileIds = await addFiles({ libraryId, userId: ada.userId }, 9);
  const { added } = await putTags(ctx, { libraryId, fileIds, addNames: ["sea"] });
  const tagId = added[0]?.tagId ?? "";
  const seen: { fileId: string; filedAtMs: number }[] = [];
  let cursor: string | null = null;
  do {
    const page = await listTagFiles(ctx, { libraryId, tagId, cursor, limit: 2 });
    seen.push(...page.files);
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.map(({ fileId }) => fileId).toSorted()).toEqual(fileIds.toSorted());
  const times = seen.map(({ filedAtMs }) => filedAtMs);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const madeUp = listTagFiles(ctx, { libraryId, tagId, cursor: "AAAA" });
  await expect(madeUp).rejects.toMatchObject({ code: "INVALID" });
});
