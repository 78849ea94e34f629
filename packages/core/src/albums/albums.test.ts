import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { Permission } from "../access/schema.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import {
  addToAlbum,
  arrangeAlbum,
  createAlbum,
  listAlbumFiles,
  listAlbums,
  moveAlbum,
  removeAlbum,
  setAlbumCover,
  takeFromAlbum,
  updateAlbum,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** A library with its owner, a contributor, a viewer and some files. */
async function home(count = 4) {
  const [ada, cleo, vera] = [
    await addPerson(instance),
    await addPerson(instance, "Cleo"),
    await addPerson(instance, "Vera"),
  ];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  await prisma.libraryMember.create({ data: { libraryId, userId: cleo.userId, role: "contributor" } });
  await prisma.libraryMember.create({ data: { libraryId, userId: vera.userId, role: "viewer" } });
  const fileIds: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await prisma.file.create({
      data: { libraryId, name: `${at}.jpg`, kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n },
    });
    fileIds.push(id);
  }
  const enter = (person: TestPerson, permission: Permission = "change albums") =>
    enterLibrary(person.ctx, libraryId, permission);
  const [ctx, asCleo] = [await enter(ada), await enter(cleo)];
  const asVera = await enter(vera, "see its files");
  const { albumId } = await createAlbum(ctx, { libraryId, name: "Summer" });
  /** The album's files in its order, read by pages of three. */
  const order = async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listAlbumFiles(asVera, { libraryId, albumId, cursor, limit: 3 });
      seen.push(...page.files.map(({ fileId }) => fileId));
      cursor = page.nextCursor;
    } while (cursor);
    return seen;
  };
  const find = async (id = albumId) => (await listAlbums(ctx)).find((album) => album.albumId === id);
  return { libraryId, albumId, fileIds, ctx, asCleo, asVera, order, find };
}

describe("the files of an album", () => {
  it("stand in the order they were added in, each once, at the end or before another", async () => {
    const { libraryId, albumId, fileIds, ctx, order } = await home();
    const [a = "", b = "", c = "", d = ""] = fileIds;
    expect(await addToAlbum(ctx, { libraryId, albumId, fileIds: [c, a, c] })).toEqual({
      addedFileIds: [c, a],
    });
    expect(await addToAlbum(ctx, { libraryId, albumId, fileIds: [a, d, b], before: a })).toEqual({
      addedFileIds: [d, b],
    });
    expect(await order()).toEqual([c, d, b, a]);
    expect(await addToAlbum(ctx, { libraryId, albumId, fileIds })).toEqual({ addedFileIds: [] });
    const kinds = await prisma.activity.findMany({ where: { libraryId, kind: "album.files_added" } });
    expect(kinds.map(({ subject }) => subject)).toMatchObject([{ count: 2 }, { count: 2 }]);
  });

  it("come back to their places by what taking them out gave", async () => {
    const { libraryId, albumId, fileIds, ctx, order } = await home(7);
    await addToAlbum(ctx, { libraryId, albumId, fileIds });
    const [a = "", b = "", , d = "", , , g = ""] = fileIds;
    const runs = await takeFromAlbum(ctx, { libraryId, albumId, fileIds: [g, d, b, a] });
    expect(runs).toEqual([
      { fileIds: [a, b], before: fileIds[2] },
      { fileIds: [d], before: fileIds[4] },
      { fileIds: [g], before: null },
    ]);
    expect(await order()).toEqual([fileIds[2], fileIds[4], fileIds[5]]);
    for (const run of runs) await addToAlbum(ctx, { libraryId, albumId, ...run });
    expect(await order()).toEqual(fileIds);
  });

  it("are absent while in the trash, back after it at their place, and gone when deleted for good", async () => {
    const { libraryId, albumId, fileIds, ctx, order, find } = await home();
    await addToAlbum(ctx, { libraryId, albumId, fileIds });
    const [first = ""] = fileIds;
    await setAlbumCover(ctx, { libraryId, albumId, fileId: first });
    await trashItems(ctx, { libraryId, fileIds: [first] });
    expect(await order()).toEqual(fileIds.slice(1));
    expect(await find()).toMatchObject({ fileCount: 3, cover: { fileId: fileIds[1] } });
    await restoreItems(ctx, { libraryId, fileIds: [first] });
    expect(await order()).toEqual(fileIds);
    expect(await find()).toMatchObject({ fileCount: 4, cover: { fileId: first } });
    await trashItems(ctx, { libraryId, fileIds: [first] });
    await emptyTrash(ctx);
    expect(await prisma.albumFile.count({ where: { albumId } })).toBe(3);
    expect((await prisma.album.findUniqueOrThrow({ where: { id: albumId } })).coverFileId).toBeNull();
  });

  it("are refused as a whole for one of elsewhere, in the trash or not in the album", async () => {
    const { libraryId, albumId, fileIds, ctx, order } = await home();
    const other = await home(1);
    const [a = "", b = "", c = "", d = ""] = fileIds;
    await addToAlbum(ctx, { libraryId, albumId, fileIds: [a, b] });
    await trashItems(ctx, { libraryId, fileIds: [d] });
    const here = { libraryId, albumId };
    const foreign = other.fileIds[0] ?? "";
    const refusals = [
      () => addToAlbum(ctx, { ...here, fileIds: [c, foreign] }),
      () => addToAlbum(ctx, { ...here, fileIds: [c, d] }),
      () => addToAlbum(ctx, { ...here, fileIds: [c], before: foreign }),
      () => addToAlbum(ctx, { libraryId, albumId: other.albumId, fileIds: [c] }),
      () => takeFromAlbum(ctx, { ...here, fileIds: [a, c] }),
      () => arrangeAlbum(ctx, { ...here, fileIds: [a, c], before: null }),
      () => arrangeAlbum(ctx, { ...here, fileIds: [a], before: c }),
      () => setAlbumCover(ctx, { ...here, fileId: c }),
      () => moveAlbum(ctx, { ...here, parentId: other.albumId }),
      () => createAlbum(ctx, { libraryId, name: "x", parentId: other.albumId }),
    ];
    for (const refused of refusals) await expect(refused()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(arrangeAlbum(ctx, { ...here, fileIds: [a, b], before: b })).rejects.toMatchObject({
      code: "INVALID",
    });
    expect(await order()).toEqual([a, b]);
  });
});

describe("contributors", () => {
  it("make albums and add to every one, and change what they made alone", async () => {
    const { libraryId, albumId, fileIds, ctx, asCleo, asVera } = await home();
    const own = await createAlbum(asCleo, { libraryId, name: "Mine", parentId: albumId });
    await addToAlbum(ctx, { libraryId, albumId, fileIds: fileIds.slice(0, 1) });
    await addToAlbum(asCleo, { libraryId, albumId, fileIds });
    const here = { libraryId, albumId };
    const refusals = [
      () => updateAlbum(asCleo, { ...here, name: "Mine too" }),
      () => moveAlbum(asCleo, { ...here, parentId: null }),
      () => arrangeAlbum(asCleo, { ...here, fileIds, before: null }),
      () => setAlbumCover(asCleo, { ...here, fileId: null }),
      () => removeAlbum(asCleo, here),
      () => takeFromAlbum(asCleo, { ...here, fileIds }),
    ];
    for (const refused of refusals) await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await takeFromAlbum(asCleo, { ...here, fileIds: fileIds.slice(1) });
    await updateAlbum(asCleo, { libraryId, albumId: own.albumId, name: "Still mine" });
    const seen = (albums: { name: string; mayChange: boolean }[]) =>
      albums.map(({ name, mayChange }) => [name, mayChange]);
    expect(seen(await listAlbums(asCleo))).toEqual([
      ["Still mine", true],
      ["Summer", false],
    ]);
    expect(seen(await listAlbums(asVera))).toEqual([
      ["Still mine", false],
      ["Summer", false],
    ]);
    await removeAlbum(ctx, { libraryId, albumId: own.albumId });
  });
});

describe("albums in albums", () => {
  it("have names of their own where they stand, and go only when none is in them", async () => {
    const { libraryId, albumId, ctx, find } = await home();
    const make = (name: string, parentId: string | null = null) =>
      createAlbum(ctx, { libraryId, name, parentId });
    const inner = await make("SUMMER", albumId);
    await expect(make("summer")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(moveAlbum(ctx, { libraryId, albumId: inner.albumId, parentId: null })).rejects.toMatchObject(
      {
        code: "CONFLICT",
      },
    );
    await expect(removeAlbum(ctx, { libraryId, albumId })).rejects.toMatchObject({ code: "CONFLICT" });
    await updateAlbum(ctx, {
      libraryId,
      albumId: inner.albumId,
      name: "Sea",
      description: "<b>Two\nlines</b>",
    });
    await moveAlbum(ctx, { libraryId, albumId: inner.albumId, parentId: null });
    expect(await find(inner.albumId)).toMatchObject({ parentId: null, description: "<b>Two\nlines</b>" });
    await removeAlbum(ctx, { libraryId, albumId });
    expect(await find()).toBeUndefined();
  });

  it("never get into each other, also when both are moved at once", async () => {
    const { libraryId, albumId, ctx } = await home();
    const chain = [albumId];
    for (const name of ["b", "c"])
      chain.push((await createAlbum(ctx, { libraryId, name, parentId: chain.at(-1) ?? null })).albumId);
    for (const parentId of chain)
      await expect(moveAlbum(ctx, { libraryId, albumId, parentId })).rejects.toMatchObject({
        code: "INVALID",
      });
    const { albumId: other } = await createAlbum(ctx, { libraryId, name: "other" });
    const outcomes = await Promise.allSettled([
      moveAlbum(ctx, { libraryId, albumId, parentId: other }),
      moveAlbum(ctx, { libraryId, albumId: other, parentId: chain[2] ?? "" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const albums = await listAlbums(ctx);
    expect(albums.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  });

  it("go with their library, however deep", async () => {
    const { libraryId, albumId, fileIds, ctx } = await home();
    await createAlbum(ctx, { libraryId, name: "inner", parentId: albumId });
    await addToAlbum(ctx, { libraryId, albumId, fileIds });
    await prisma.file.deleteMany({ where: { libraryId } });
    await prisma.library.delete({ where: { id: libraryId } });
    expect(await prisma.album.count({ where: { libraryId } })).toBe(0);
  });
});
