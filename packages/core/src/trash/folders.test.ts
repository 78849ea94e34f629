import { createTusSender, home, startTestInstance, uploadIdOf } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { emptyTrash, listTrash, purgeExpired, purgeItems, restoreItems, trashItems } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

describe("a folder in the trash", () => {
  it("is there with what it holds, and comes back with that alone", async () => {
    const { ctx, libraryId, folder, file, names, items, trash } = await home(instance);
    const trip = await folder("Trip");
    const day = await folder("Day 1", trip);
    await file("b.jpg", day);
    await file("b.xmp", day, { kind: "other" });
    const before = await file("gone before.jpg", day);
    await trashItems(ctx, items([before]));
    await trashItems(ctx, items([], [trip]));
    expect(await names(null)).toEqual([]);
    const listed = await listTrash(ctx, { libraryId });
    expect(listed.items).toMatchObject([
      { of: "folder", name: "Trip", fileCount: 2, folderCount: 1, sizeBytes: 10, mayRestore: true },
      { of: "file", name: "gone before.jpg" },
    ]);
    await restoreItems(ctx, items([], [trip]));
    expect(await names(day)).toEqual(["b.jpg", "b.xmp"]);
    expect(await trash()).toEqual(["gone before.jpg"]);
    await restoreItems(ctx, items([before]));
    expect(await names(day)).toContain("gone before.jpg");
  });

  it("comes back to the top when its parent is in the trash, under a number when its name is taken", async () => {
    const { ctx, folder, names, items } = await home(instance);
    const outer = await folder("Outer");
    const trip = await folder("Trip", outer);
    await trashItems(ctx, items([], [trip]));
    await trashItems(ctx, items([], [outer]));
    await folder("TRIP");
    await folder("Trip (2)");
    await restoreItems(ctx, items([], [trip]));
    expect(await names(null)).toEqual(["TRIP/", "Trip (2)/", "Trip (3)/"]);
    await restoreItems(ctx, items([], [outer]));
    expect(await names(outer)).toEqual([]);
  });

  it("takes along what is chosen beside it", async () => {
    const { ctx, folder, file, items, trash } = await home(instance);
    const trip = await folder("Trip");
    const day = await folder("Day", trip);
    const inside = await file("a.jpg", day);
    expect(await trashItems(ctx, items([inside], [day, trip]))).toMatchObject({ files: 0, folders: 1 });
    expect(await trash()).toEqual(["Trip/"]);
    // What went along is not there by itself.
    for (const some of [items([inside]), items([], [day])]) {
      await expect(restoreItems(ctx, some)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("goes for good with what it took along; what was there before stays, and comes to the top", async () => {
    const { ctx, libraryId, folder, file, names, items, trash } = await home(instance);
    const trip = await folder("Trip");
    const day = await folder("Day", trip);
    const inside = await file("a.jpg", day);
    const before = await file("before.jpg", day);
    const inner = await folder("Inner", day);
    await trashItems(ctx, items([before], [inner]));
    await trashItems(ctx, items([], [trip]));
    await purgeItems(ctx, items([], [trip]));
    expect(await prisma.file.count({ where: { id: inside } })).toBe(0);
    expect(await prisma.folder.count({ where: { libraryId } })).toBe(1);
    expect((await trash()).sort()).toEqual(["Inner/", "before.jpg"]);
    await restoreItems(ctx, items([before], [inner]));
    expect(await names(null)).toEqual(["Inner/", "before.jpg"]);
  });

  it("goes by itself after the days that the operator set, and when the trash is emptied", async () => {
    const { ada, ctx, libraryId, folder, file, items, trash } = await home(instance);
    const [old, young] = [await folder("Old"), await folder("Young")];
    await file("a.jpg", old);
    await file("b.jpg", young);
    await trashItems(ctx, items([], [old, young]));
    const longAgo = new Date(Date.now() - (instance.services.trashDays * 24 + 1) * 3_600_000);
    await prisma.folder.update({ where: { id: old }, data: { trashedAt: longAgo } });
    await prisma.file.updateMany({ where: { trashedWithId: old }, data: { trashedAt: longAgo } });
    expect(await purgeExpired(ada.ctx)).toBe(1);
    expect(await trash()).toEqual(["Young/"]);
    expect(await emptyTrash(ctx)).toEqual({ count: 1 });
    expect(await prisma.folder.count({ where: { libraryId } })).toBe(0);
  });

  it("lets what was still on its way into it land at the top", async () => {
    const { ada, ctx, libraryId, folder, names, items } = await home(instance);
    const trip = await folder("Trip");
    const sender = createTusSender({ url: instance.url, token: ada.token, libraryId });
    const place = await sender.begin(5, "late.bin");
    await prisma.upload.update({ where: { id: uploadIdOf(place) }, data: { folderId: trip } });
    await trashItems(ctx, items([], [trip]));
    expect((await sender.patch(place, Buffer.from("bytes"))).status).toBe(204);
    expect(await names(null)).toEqual(["late.bin"]);
  });
});
