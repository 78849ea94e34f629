import { home, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { moveItems, renameFolder } from "../items/index.ts";
import { getFolderPath, listFolders } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());

describe("folders", () => {
  it("are listed as people sort names, with what each holds", async () => {
    const { ctx, libraryId, folder, file } = await home(instance);
    for (const name of ["Trip 10", "trip 2", "Ärger", "Zoo"]) await folder(name);
    const [trip] = await listFolders(ctx, { libraryId, folderId: null }).then((all) => all.slice(1));
    await folder("inner", trip?.folderId);
    await file("a.jpg", trip?.folderId);
    const listed = await listFolders(ctx, { libraryId, folderId: null });
    expect(listed.map(({ name }) => name)).toEqual(["Ärger", "trip 2", "Trip 10", "Zoo"]);
    expect(listed[1]).toMatchObject({ fileCount: 1, folderCount: 1, mayChange: true });
  });

  it("have a name of their own where they stand, letter case aside", async () => {
    const { ctx, libraryId, folder, names } = await home(instance);
    const summer = await folder("Summer");
    await folder("Winter");
    const rename = (name: string) => renameFolder(ctx, { libraryId, folderId: summer, name });
    await expect(rename("WINTER")).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/WINTER/),
    });
    await rename("SUMMER");
    expect(await names(null)).toEqual(["SUMMER/", "Winter/"]);
    await rename("summer");
  });

  it("never come to stand in themselves or below, nor beside their namesake", async () => {
    const { ctx, libraryId, folder, items } = await home(instance);
    const a = await folder("a");
    const b = await folder("b", a);
    const c = await folder("c", b);
    for (const toFolderId of [a, b, c]) {
      const move = moveItems(ctx, { ...items([], [a]), toFolderId });
      await expect(move).rejects.toMatchObject({
        code: "INVALID",
        message: expect.stringMatching(/“a” cannot go into itself/),
      });
    }
    await folder("C");
    await expect(moveItems(ctx, { ...items([], [c]), toFolderId: null })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/“c”/),
    });
    await moveItems(ctx, { ...items([], [c]), toFolderId: a });
    expect((await getFolderPath(ctx, { libraryId, folderId: c })).map(({ name }) => name)).toEqual([
      "a",
      "c",
    ]);
  });

  it("make no circle when two are moved into each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { ctx, libraryId, folder, items } = await home(instance);
      const [a, b] = [await folder("a"), await folder("b")];
      const moves = await Promise.allSettled([
        moveItems(ctx, { ...items([], [a]), toFolderId: b }),
        moveItems(ctx, { ...items([], [b]), toFolderId: a }),
      ]);
      expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await listFolders(ctx, { libraryId, folderId: null })).toHaveLength(1);
    }
  });
});
