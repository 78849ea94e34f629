import { createHash } from "node:crypto";
import { home, shared, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { addToAlbum, createAlbum, listAlbumFiles, setAlbumCover } from "../albums/index.ts";
import { describeFile, getFile, listFiles } from "../files/index.ts";
import type { TileFile } from "../files/schema.ts";
import { moveItems } from "../items/index.ts";
import { meetCopiesOf, meetLookAlikes } from "../likeness/index.ts";
import { setMarks } from "../marks/index.ts";
import { createTag, putTags } from "../tags/index.ts";
import { showSlice } from "../timeline/index.ts";
import { readSlice, ShowSlice } from "../timeline/schema.ts";
import { transaction } from "../transaction.ts";
import { restoreItems, trashItems } from "../trash/index.ts";
import { keepAll, keepOne, listDuplicates } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

type InLibrary = Awaited<ReturnType<typeof shared>>["ada"];

const sha256Of = (names: readonly string[]) =>
  new Uint8Array(createHash("sha256").update(names.join()).digest());

/** Files with the same bytes, which have met. */
async function copies(at: InLibrary, names: readonly string[], more: object = {}): Promise<string[]> {
  const sha256 = sha256Of(names);
  const ids: string[] = [];
  for (const name of names) ids.push(await at.file(name, null, { sha256, ...more }));
  await transaction(at.ctx, (ctx) => meetCopiesOf(ctx, at.libraryId, ids));
  return ids;
}

/** A photo that looks like that. */
async function photo(at: InLibrary, name: string, hash: bigint, more: object = {}): Promise<string> {
  const fileId = await at.file(name, null, more);
  await transaction(at.ctx, (ctx) => meetLookAlikes(ctx, fileId, hash));
  return fileId;
}

const shown = async ({ ctx, libraryId }: InLibrary) =>
  (await listDuplicates(ctx, { libraryId })).groups.map(({ files }) => files.map(({ name }) => name));

describe("duplicates", () => {
  it("are listed in groups, the latest first and the best of each at its head, page by page", async () => {
    const at = await home(instance);
    const { ctx, libraryId, folder } = at;
    const folderId = await folder("Trip");
    await copies(at, ["a", "b"]);
    await photo(at, "small", 0n, { widthPx: 40, heightPx: 30, folderId });
    await photo(at, "large", 1n, { widthPx: 400, heightPx: 300 });
    await photo(at, "heavy", 3n, { widthPx: 40, heightPx: 30, sizeBytes: 9n });
    await photo(at, "another", 0x5555_5555_5555_5555n);
    const { groups } = await listDuplicates(ctx, { libraryId });
    expect(groups).toMatchObject([
      {
        isExact: false,
        mayDecide: true,
        files: [{ name: "large" }, { name: "heavy" }, { name: "small", folderName: "Trip", sizeBytes: 5 }],
      },
      { isExact: true, files: [{ name: "a", folderName: null }, { name: "b" }] },
    ]);
    const first = await listDuplicates(ctx, { libraryId, limit: 1 });
    const second = await listDuplicates(ctx, { libraryId, limit: 1, cursor: first.nextCursor });
    expect([...first.groups, ...second.groups]).toEqual(groups);
    expect(second.nextCursor).toBeNull();
  });

  it("are not what is in the trash, accompanies another file, or was like it over a file that is gone", async () => {
    const at = await home(instance);
    const { ctx, items } = at;
    const [a = "", b = ""] = await copies(at, ["a", "b", "c"]);
    expect((await getFile(ctx, { libraryId: at.libraryId, fileId: a })).copyCount).toBe(2);
    await trashItems(ctx, items([b]));
    expect(await shown(at)).toEqual([["a", "c"]]);
    expect((await getFile(ctx, { libraryId: at.libraryId, fileId: a })).copyCount).toBe(1);
    await prisma.file.updateMany({
      where: { libraryId: at.libraryId, name: "c" },
      data: { companionOfId: a },
    });
    expect(await shown(at)).toEqual([]);
    await restoreItems(ctx, items([b]));
    expect(await shown(at)).toEqual([["a", "b"]]);

    await photo(at, "one", 0n);
    const bridge = await photo(at, "bridge", 0b11_1111n);
    await photo(at, "other", 0b1111_1111_1111n);
    expect(await shown(at)).toEqual([
      ["one", "bridge", "other"],
      ["a", "b"],
    ]);
    await trashItems(ctx, items([bridge]));
    expect(await shown(at)).toEqual([["a", "b"]]);
  });

  it("are marked wherever files are shown, until one is left or somebody has decided", async () => {
    const at = await home(instance);
    const { ctx, libraryId, items } = at;
    const [a = "", b = ""] = await copies(at, ["a", "b"], { kind: "photo" });
    await at.file("c", null, { kind: "photo" });
    const marked = async () => {
      const listed = await listFiles(ctx, { libraryId, folderId: null });
      const range = { newestDay: 100_000, oldestDay: 0 };
      const slice = await showSlice(ctx, ShowSlice.parse({ libraryId, range }));
      const names = (files: readonly TileFile[]) =>
        files.flatMap(({ name, isDuplicate }) => (isDuplicate ? [name] : [])).sort();
      expect(names(readSlice(slice))).toEqual(names(listed.files));
      expect((await getFile(ctx, { libraryId, fileId: a })).isDuplicate).toBe(
        names(listed.files).includes("a"),
      );
      return names(listed.files);
    };
    expect(await marked()).toEqual(["a", "b"]);
    await trashItems(ctx, items([b]));
    expect(await marked()).toEqual([]);
    await restoreItems(ctx, items([b]));
    expect(await marked()).toEqual(["a", "b"]);
    await keepAll(ctx, { libraryId, fileIds: [a, b] });
    expect(await marked()).toEqual([]);
    const d = await at.file("d", null, { kind: "photo" });
    await prisma.file.update({ where: { id: d }, data: { sha256: sha256Of(["a", "b"]) } });
    await transaction(ctx, (ctx) => meetCopiesOf(ctx, libraryId, [d]));
    expect(await marked()).toEqual(["a", "b", "d"]);
  });

  it("are forgotten with their library, and told to nobody else's", async () => {
    const { ada, eve } = await shared(instance);
    await copies(ada, ["a", "b"]);
    expect((await listDuplicates(eve.ctx, { libraryId: eve.libraryId })).groups).toMatchObject([
      { mayDecide: false },
    ]);
    const elsewhere = await home(instance);
    expect(await shown(elsewhere)).toEqual([]);
  });
});

describe("keeping one", () => {
  it("moves what people put on the others to it, as one act that is taken back as one", async () => {
    const at = await home(instance);
    const { ctx, libraryId, names, trash, undo, ada } = at;
    const [kept = "", second = "", third = ""] = await copies(at, ["kept", "second", "third"]);
    const fileIds = [kept, second, third];
    const red = await createTag(ctx, { libraryId, name: "Red" });
    const sea = await createTag(ctx, { libraryId, name: "Sea" });
    const tag = (fileId: string, tagId: string) =>
      putTags(ctx, { libraryId, fileIds: [fileId], folderIds: [], add: [tagId], addNames: [], remove: [] });
    await tag(kept, red.tagId);
    await tag(second, red.tagId);
    await tag(third, sea.tagId);
    const { albumId } = await createAlbum(ctx, { libraryId, name: "Best of" });
    const beside = await at.file("beside");
    await addToAlbum(ctx, { libraryId, albumId, fileIds: [second, beside] });
    await setAlbumCover(ctx, { libraryId, albumId, fileId: second });
    await setMarks(ctx, { libraryId, fileIds: [second], isFavourite: true, rating: 2 });
    await setMarks(ctx, { libraryId, fileIds: [third], rating: 4 });
    await describeFile(ctx, { libraryId, fileId: third, description: "By the sea" });
    const state = async () => ({
      tags: (await getFile(ctx, { libraryId, fileId: kept })).tags.map(({ name }) => name),
      description: (await getFile(ctx, { libraryId, fileId: kept })).description,
      album: (await listAlbumFiles(ctx, { libraryId, albumId })).files.map(({ name }) => name),
      cover: (await prisma.album.findUniqueOrThrow({ where: { id: albumId } })).coverFileId,
      marks: await prisma.fileMark.findMany({ where: { userId: ada.userId }, orderBy: { fileId: "asc" } }),
      tagged: await prisma.fileTag.count({ where: { file: { libraryId } } }),
    });
    const before = await state();

    const act = await keepOne(ctx, { libraryId, fileIds, keptFileId: kept });
    expect(act).toMatchObject({ files: 2, folders: 0 });
    expect(await names(null)).toEqual(["beside", "kept"]);
    expect((await trash()).toSorted()).toEqual(["second", "third"]);
    expect(await shown(at)).toEqual([]);
    expect(await state()).toMatchObject({
      tags: ["Red", "Sea"],
      description: "By the sea",
      album: ["kept", "beside"],
      cover: kept,
    });
    const mark = await prisma.fileMark.findFirst({ where: { userId: ada.userId, fileId: kept } });
    expect(mark).toMatchObject({ isFavourite: true, rating: 4 });
    const entries = await prisma.activity.findMany({
      where: { libraryId, kind: { startsWith: "duplicates" } },
    });
    expect(entries).toMatchObject([{ subject: { name: "kept", count: 2, fileId: kept } }]);

    await undo(act);
    expect(await state()).toEqual(before);
    expect(await trash()).toEqual([]);
    expect(await shown(at)).toEqual([["kept", "second", "third"]]);
  });

  it("keeps what the one that stays says of itself, and is not taken back when it was changed meanwhile", async () => {
    const at = await home(instance);
    const { ctx, libraryId, undo, names } = at;
    const [kept = "", other = ""] = await copies(at, ["kept", "other"]);
    const describeAs = (fileId: string, description: string) =>
      describeFile(ctx, { libraryId, fileId, description });
    await describeAs(kept, "Mine");
    await describeAs(other, "Other");
    await setMarks(ctx, { libraryId, fileIds: [kept], rating: 1 });
    await setMarks(ctx, { libraryId, fileIds: [other], rating: 5 });
    const act = await keepOne(ctx, { libraryId, fileIds: [kept, other], keptFileId: kept });
    expect(await getFile(ctx, { libraryId, fileId: kept })).toMatchObject({
      description: "Mine",
      ownRating: 1,
    });
    await undo(act);

    await prisma.file.update({ where: { id: kept }, data: { writtenDescription: null } });
    const second = await keepOne(ctx, { libraryId, fileIds: [kept, other], keptFileId: kept });
    await describeAs(kept, "Anew");
    await expect(undo(second)).rejects.toMatchObject({ code: "CONFLICT", message: /described anew/ });
    expect(await names(null)).toEqual(["kept"]);
    await describeAs(kept, "Other");
    const folderId = await at.folder("Elsewhere");
    await moveItems(ctx, { ...at.items([kept]), toFolderId: folderId });
    await expect(undo(second)).rejects.toMatchObject({ code: "CONFLICT", message: /was moved/ });
  });

  it("leaves one whatever two people decide at once", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { ada } = await shared(instance);
      const { ctx, libraryId } = ada;
      const fileIds = await copies(ada, ["a", "b", "c"]);
      const decide = (keptFileId: string) => keepOne(ctx, { libraryId, fileIds, keptFileId });
      const acts = [...fileIds.map(decide), keepAll(ctx, { libraryId, fileIds })];
      const settled = await Promise.allSettled(acts);
      const left = (await ada.names(null)).length;
      const decided = settled.slice(0, 3).filter(({ status }) => status === "fulfilled");
      expect({ decided: decided.length, left }).toEqual({ decided: 1, left: 1 });
      for (const result of settled)
        if (result.status === "rejected") expect(["NOT_FOUND", "CONFLICT"]).toContain(result.reason.code);
    }
  });

  it("is for who may change all of them, and of duplicates alone", async () => {
    const { ada, eve, libraryId } = await shared(instance);
    const fileIds = await copies(ada, ["a", "b"]);
    const [keptFileId = "", other = ""] = fileIds;
    await expect(keepOne(eve.ctx, { libraryId, fileIds, keptFileId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(keepAll(eve.ctx, { libraryId, fileIds })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = await ada.file("stranger");
    const wrong = { libraryId, fileIds: [...fileIds, stranger], keptFileId };
    await expect(keepOne(ada.ctx, wrong)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(keepOne(ada.ctx, { libraryId, fileIds: [other], keptFileId })).rejects.toThrow();
    const elsewhere = await home(instance);
    const foreign = keepOne(elsewhere.ctx, { libraryId: elsewhere.libraryId, fileIds, keptFileId });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await ada.names(null)).toEqual(["a", "b", "stranger"]);
  });
});

describe("keeping all", () => {
  it("is remembered until one more joins them, and taken back", async () => {
    const at = await home(instance);
    const { ctx, libraryId, items, undo } = at;
    const one = await photo(at, "one", 0n);
    const two = await photo(at, "two", 1n);
    const act = await keepAll(ctx, { libraryId, fileIds: [one, two] });
    expect(await shown(at)).toEqual([]);
    await trashItems(ctx, items([two]));
    await restoreItems(ctx, items([two]));
    expect(await shown(at)).toEqual([]);
    await undo(act);
    expect(await shown(at)).toEqual([["one", "two"]]);
    await keepAll(ctx, { libraryId, fileIds: [one, two] });
    await photo(at, "three", 2n);
    expect(await shown(at)).toEqual([["one", "two", "three"]]);
  });
});
