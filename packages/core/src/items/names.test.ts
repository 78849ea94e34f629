import { home, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { restoreItems, trashItems } from "../trash/index.ts";
import { moveItems, renameFile } from "./index.ts";
import { newNameOf } from "./new-name.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

describe("a file's name", () => {
  it.each([
    ["IMG_1.jpg", "Sunset", "Sunset.jpg"],
    ["IMG_1.jpg", "Sunset.JPG", "Sunset.JPG"],
    ["IMG_1.jpg", "v1.2", "v1.2.jpg"],
    ["IMG_1.jpg", "../../etc/passwd", "passwd.jpg"],
    ["README", "notes.txt", "notes.txt"],
    [".hidden", "shown", "shown"],
    ["a.jpg", "x".repeat(300), `${"x".repeat(251)}.jpg`],
  ])("of %s that is asked to be %s becomes %s", (before, wanted, after) => {
    expect(newNameOf(before, wanted)).toBe(after);
  });

  it("takes along those of its companions", async () => {
    const { ctx, libraryId, file, undo } = await home(instance);
    const photo = await file("IMG_1.jpg");
    const [clip, sidecar] = [
      await file("IMG_1.MOV", null, { kind: "video", companionOfId: photo }),
      await file("img_1.jpg.xmp", null, { kind: "other", companionOfId: photo }),
    ];
    const act = await renameFile(ctx, { libraryId, fileId: photo, name: "Sunset" });
    expect(act.name).toBe("Sunset.jpg");
    const namesNow = async () =>
      (await prisma.file.findMany({ where: { id: { in: [clip, sidecar] } }, orderBy: { kind: "asc" } })).map(
        ({ name, companionOfId }) => [name, companionOfId],
      );
    expect(await namesNow()).toEqual([
      ["Sunset.MOV", photo],
      ["Sunset.jpg.xmp", photo],
    ]);
    await undo(act);
    expect(await namesNow()).toEqual([
      ["IMG_1.MOV", photo],
      ["img_1.jpg.xmp", photo],
    ]);
  });
});

describe("companions", () => {
  const ownerOf = async (id: string) =>
    (await prisma.file.findUniqueOrThrow({ where: { id } })).companionOfId;

  it("go along, part when they go alone, and meet again", async () => {
    const { ctx, folder, file, names, items, undo } = await home(instance);
    const to = await folder("To");
    const photo = await file("IMG_1.jpg");
    const sidecar = await file("IMG_1.xmp", null, { kind: "other", companionOfId: photo });
    await moveItems(ctx, { ...items([photo]), toFolderId: to });
    expect(await names(null)).toEqual(["To/"]);
    const alone = await moveItems(ctx, { ...items([sidecar]), toFolderId: null });
    expect(await ownerOf(sidecar)).toBeNull();
    expect(await names(null)).toEqual(["To/", "IMG_1.xmp"]);
    await undo(alone);
    expect(await ownerOf(sidecar)).toBe(photo);
    await trashItems(ctx, items([sidecar]));
    expect(await ownerOf(sidecar)).toBeNull();
    await moveItems(ctx, { ...items([photo]), toFolderId: null });
    await restoreItems(ctx, items([sidecar]));
    expect(await ownerOf(sidecar)).toBeNull();
    await moveItems(ctx, { ...items([photo]), toFolderId: to });
    expect(await ownerOf(sidecar)).toBe(photo);
  });

  it("meet when a live photo's parts come into one folder", async () => {
    const { ctx, folder, file, items } = await home(instance);
    const to = await folder("To");
    const still = await file("IMG_1.heic", null, { contentIdentifier: "one" });
    const clip = await file("IMG_1.mov", to, { kind: "video", contentIdentifier: "one" });
    await moveItems(ctx, { ...items([still]), toFolderId: to });
    expect(await ownerOf(clip)).toBe(still);
  });
});
