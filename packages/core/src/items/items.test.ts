import { home, shared, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { listTrash, restoreItems, trashItems } from "../trash/index.ts";
import { moveItems, renameFile, renameFolder } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

describe("items that move together", () => {
  it("go all or none: one that is foreign, missing or in the trash refuses the whole", async () => {
    const [one, other] = [await home(instance), await home(instance)];
    const { ctx, folder, file, items, names } = one;
    const target = await folder("Target");
    const own = await file("own.jpg");
    const trashed = await file("trashed.jpg");
    const trashedFolder = await folder("Trashed");
    await trashItems(ctx, items([trashed], [trashedFolder]));
    const missing = "00000000-0000-4000-8000-000000000000";
    const wrong = [
      items([own, await other.file("x.jpg")]),
      items([own, missing]),
      items([own, trashed]),
      items([own], [await other.folder("x")]),
      items([own], [trashedFolder]),
    ];
    for (const some of wrong) {
      await expect(moveItems(ctx, { ...some, toFolderId: target })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    for (const toFolderId of [missing, trashedFolder, await other.folder("y")]) {
      await expect(moveItems(ctx, { ...items([own]), toFolderId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await names(null)).toEqual(["Target/", "own.jpg"]);
  });

  it("are one act in the activity, and told to open pages", async () => {
    const { ctx, libraryId, folder, file, items } = await home(instance);
    const target = await folder("Target");
    const fileIds = [await file("a.jpg"), await file("b.jpg")];
    await prisma.event.deleteMany({ where: { libraryId } });
    await moveItems(ctx, { ...items(fileIds, [await folder("Box")]), toFolderId: target });
    const acts = await prisma.activity.findMany({ where: { libraryId, kind: "items.moved" } });
    expect(acts).toMatchObject([{ subject: { name: "Box", files: 2, folders: 1, folderId: target } }]);
    const events = await prisma.event.findMany({ where: { libraryId, kind: "file.changed" } });
    expect(events.map(({ fileId }) => fileId).sort()).toEqual(fileIds.sort());
  });

  it("can be everything in a folder, loaded or not", async () => {
    const { ctx, libraryId, folder, file, names, undo } = await home(instance);
    const [from, to] = [await folder("From"), await folder("To")];
    await folder("Inner", from);
    for (const name of ["a.jpg", "b.jpg"]) await file(name, from);
    const everything = { libraryId, everythingIn: { folderId: from }, toFolderId: to };
    const act = await moveItems(ctx, everything);
    expect(act).toMatchObject({ files: 2, folders: 1 });
    expect(await names(to)).toEqual(["Inner/", "a.jpg", "b.jpg"]);
    await undo(act);
    expect(await names(from)).toEqual(["Inner/", "a.jpg", "b.jpg"]);
  });

  it("are a contributor's own alone, and folders only while nothing in them is another's", async () => {
    const { ada, eve } = await shared(instance);
    const adas = await ada.file("ada.jpg");
    const folder = await eve.folder("Eve's");
    const eves = await eve.file("eve.jpg", folder);
    const to = await ada.folder("To");
    const forbidden = { code: "FORBIDDEN" };
    await expect(moveItems(eve.ctx, { ...eve.items([eves, adas]), toFolderId: to })).rejects.toMatchObject(
      forbidden,
    );
    await moveItems(eve.ctx, { ...eve.items([eves]), toFolderId: to });
    await moveItems(eve.ctx, { ...eve.items([], [folder]), toFolderId: to });
    await moveItems(ada.ctx, { ...ada.items([adas]), toFolderId: folder });
    for (const act of [
      () => moveItems(eve.ctx, { ...eve.items([], [folder]), toFolderId: null }),
      () => trashItems(eve.ctx, eve.items([], [folder])),
      () => renameFolder(eve.ctx, { libraryId: eve.libraryId, folderId: to, name: "Mine" }),
      () => renameFile(eve.ctx, { libraryId: eve.libraryId, fileId: adas, name: "Mine" }),
    ]) {
      await expect(act()).rejects.toMatchObject(forbidden);
    }
    await renameFolder(eve.ctx, { libraryId: eve.libraryId, folderId: folder, name: "Ours" });
    await trashItems(ada.ctx, ada.items([], [folder]));
    await expect(restoreItems(eve.ctx, eve.items([], [folder]))).rejects.toMatchObject(forbidden);
    expect((await listTrash(eve.ctx, { libraryId: eve.libraryId })).items).toMatchObject([
      { mayRestore: false },
    ]);
  });
});

it("moves ten thousand files as one act, and back", { timeout: 240_000 }, async () => {
  const { ctx, libraryId, folder, undo } = await home(instance);
  const to = await folder("To");
  const made = await prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO files (library_id, name, kind, mime_type, size_bytes)
    SELECT ${libraryId}::uuid, n || '.jpg', 'photo', 'image/jpeg', 1 FROM generate_series(1, 10000) n RETURNING id`;
  const act = await moveItems(ctx, { libraryId, fileIds: made.map(({ id }) => id), toFolderId: to });
  expect(await prisma.file.count({ where: { folderId: to } })).toBe(10_000);
  await undo(act);
  expect(await prisma.file.count({ where: { libraryId, folderId: null } })).toBe(10_000);
});
