import { home, shared, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { moveItems, renameFile, renameFolder } from "../items/index.ts";
import { restoreItems, trashItems } from "../trash/index.ts";
import { undoAct } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

describe("undo", () => {
  it("takes each kind of act back as one", async () => {
    const { ctx, libraryId, folder, file, names, items, trash, undo } = await home(instance);
    const [from, to] = [await folder("From"), await folder("To")];
    const inner = await folder("Inner", from);
    const [one, two] = [await file("1.jpg", from), await file("2.jpg", inner)];
    const before = [await names(null), await names(from), await names(inner)];
    const acts = [
      () => moveItems(ctx, { ...items([one, two], [inner]), toFolderId: to }),
      () => trashItems(ctx, items([one], [inner])),
      () => trashItems(ctx, items([], [from])),
      () => renameFolder(ctx, { libraryId, folderId: inner, name: "Other" }),
      () => renameFile(ctx, { libraryId, fileId: two, name: "Other" }),
    ];
    for (const act of acts) {
      const done = await act();
      await undo(done);
      expect([await names(null), await names(from), await names(inner)]).toEqual(before);
      // It counts once.
      await expect(undo(done)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await trashItems(ctx, items([one], [from]));
    const restored = await restoreItems(ctx, items([], [from]));
    expect(await names(inner)).toEqual(["2.jpg"]);
    await undo(restored);
    expect(await trash()).toEqual(["From/"]);
  });

  it("says what stands in the way, and then takes nothing back", async () => {
    const { ctx, libraryId, folder, file, names, items, undo } = await home(instance);
    const [from, to] = [await folder("From"), await folder("To")];
    const [one, two] = [await file("1.jpg", from), await file("2.jpg", from)];
    const box = await folder("Box", from);
    const move = () => moveItems(ctx, { ...items([one, two], [box]), toFolderId: to });
    const ways: [RegExp, () => Promise<unknown>, () => Promise<unknown>][] = [
      [/“2.jpg” was moved /, () => moveItems(ctx, { ...items([two]), toFolderId: null }), async () => {}],
      [
        /“1.jpg” was moved to the trash/,
        () => trashItems(ctx, items([one])),
        () => restoreItems(ctx, items([one])),
      ],
      [
        /renamed to “Crate”/,
        () => renameFolder(ctx, { libraryId, folderId: box, name: "Crate" }),
        () => renameFolder(ctx, { libraryId, folderId: box, name: "Box" }),
      ],
      [/a folder named “Box”/, () => folder("box", from), async () => {}],
    ];
    for (const [message, meanwhile, after] of ways) {
      const act = await move();
      await meanwhile();
      const now = await names(to);
      await expect(undo(act)).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringMatching(message),
      });
      expect(await names(to)).toEqual(now);
      await after();
      if (message.source.includes("a folder named")) break;
      await moveItems(ctx, { ...items([one, two], [box]), toFolderId: from });
    }
  });

  it("refuses when the place is gone, when it would make a circle, and after the hour", async () => {
    const { ada, ctx, folder, file, items, undo } = await home(instance);
    const [from, to] = [await folder("From"), await folder("To")];
    const [box, one] = [await folder("Box", from), await file("1.jpg", from)];
    const moved = await moveItems(ctx, { ...items([one]), toFolderId: to });
    const folderMoved = await moveItems(ctx, { ...items([], [box]), toFolderId: to });
    await moveItems(ctx, { ...items([], [from]), toFolderId: box });
    await expect(undo(folderMoved)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(/into itself/),
    });
    const trashed = await trashItems(ctx, items([], [from]));
    await expect(undo(moved)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/folder that “1.jpg” was in/),
    });
    const later = { ...ctx.services, clock: () => new Date(Date.now() + 3_700_000) };
    const late = undoAct(
      { ...ctx, services: later },
      { libraryId: ada.libraryId, undoId: trashed.undoId ?? "" },
    );
    await expect(late).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is for whoever acted alone, and only while they may change what they changed", async () => {
    const { ada, eve, libraryId } = await shared(instance);
    const adas = await ada.file("ada.jpg");
    const to = await ada.folder("To");
    const act = await moveItems(ada.ctx, { ...ada.items([adas]), toFolderId: to });
    await expect(eve.undo(act)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const demoted = { ...ada.ctx, access: { libraryId, role: "contributor" } } as const;
    await prisma.file.update({ where: { id: adas }, data: { uploadedById: null } });
    await expect(undoAct(demoted, { libraryId, undoId: act.undoId ?? "" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await ada.undo(act);
  });
});
