import { buffer } from "node:stream/consumers";
import { originalKey } from "@alcoves/storage";
import { home, shared, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { trashItems } from "../trash/index.ts";
import { copyItems } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const { storage } = instance.services;

type Home = Awaited<ReturnType<typeof home>>;

/** A file with bytes of its own. */
async function fileWithBytes(
  { libraryId, file }: Pick<Home, "libraryId" | "file">,
  ...of: Parameters<Home["file"]>
) {
  const fileId = await file(...of);
  await storage.write(originalKey({ libraryId, fileId }), Buffer.from(`bytes of ${of[0]}`));
  return fileId;
}

async function bytesOf({ id, libraryId }: { id: string; libraryId: string }): Promise<string> {
  const { stream } = await storage.read(originalKey({ libraryId, fileId: id }));
  return (await buffer(stream)).toString();
}

async function blobsIn(libraryId: string): Promise<number> {
  let count = 0;
  for await (const _key of storage.list(`files/${libraryId}/`)) count += 1;
  return count;
}

describe("copies", () => {
  it("are files of their own with bytes of their own, tags and companions along, folders under a number", async () => {
    const at = await home(instance);
    const { ctx, libraryId, folder, names, items, undo, trash } = at;
    const trip = await folder("Trip");
    const day = await folder("Day", trip);
    const photo = await fileWithBytes(at, "a.jpg", day, { widthPx: 40 });
    await fileWithBytes(at, "a.xmp", day, { kind: "other", companionOfId: photo });
    const { id: tagId } = await prisma.tag.create({ data: { libraryId, name: "Sea", color: 1 } });
    await prisma.fileTag.create({ data: { fileId: photo, tagId } });
    const act = await copyItems(ctx, { ...items([], [trip]), toFolderId: null });
    expect(act).toMatchObject({ folders: 1, files: 0, libraryId });
    expect(await names(null)).toEqual(["Trip/", "Trip (2)/"]);
    const copy = await prisma.file.findFirstOrThrow({
      where: { libraryId, name: "a.jpg", id: { not: photo } },
      include: { companions: true, tags: true },
    });
    expect(copy).toMatchObject({
      widthPx: 40,
      metadataStatus: "queued",
      companions: [{ name: "a.xmp" }],
      tags: [{ tagId }],
    });
    expect(await bytesOf(copy)).toBe("bytes of a.jpg");
    await undo(act);
    expect(await names(null)).toEqual(["Trip/"]);
    expect(await trash()).toEqual(["Trip (2)/"]);
  });

  it("go into another library only where one is admin", async () => {
    const { ada, eve, libraryId } = await shared(instance);
    const at = await home(instance);
    const photo = await fileWithBytes(at, "a.jpg");
    const toShared = { ...at.items([photo]), toLibraryId: libraryId, toFolderId: null };
    await expect(copyItems(at.ctx, toShared)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const own = await fileWithBytes(ada, "ada.jpg");
    const { libraryId: evesOwn } = await prisma.library
      .findFirstOrThrow({ where: { owner: { name: "Eve" } }, select: { id: true } })
      .then(({ id }) => ({ libraryId: id }));
    const outOfShared = { ...eve.items([own]), toLibraryId: evesOwn, toFolderId: null };
    const { files } = await copyItems(eve.ctx, outOfShared);
    expect(files).toBe(1);
    expect(await prisma.file.count({ where: { libraryId: evesOwn } })).toBe(1);
  });

  it("leave nothing behind when bytes are missing, when there is no room, and when one is in the trash", async () => {
    const at = await home(instance);
    const { ctx, libraryId, items, names, file } = at;
    const whole = await fileWithBytes(at, "a.jpg");
    const broken = await file("broken.jpg");
    const copy = (fileIds: string[]) => copyItems(ctx, { ...items(fileIds), toFolderId: null });
    await expect(copy([whole, broken])).rejects.toThrow();
    await prisma.library.update({ where: { id: libraryId }, data: { quotaBytes: 11n } });
    await expect(copy([whole])).rejects.toMatchObject({ code: "TOO_LARGE" });
    await prisma.library.update({ where: { id: libraryId }, data: { quotaBytes: null } });
    await trashItems(ctx, items([broken]));
    await expect(copy([whole, broken])).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await names(null)).toEqual(["a.jpg"]);
    expect(await blobsIn(libraryId)).toBe(1);
  });
});
