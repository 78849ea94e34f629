import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { createFolder, ensureFolders, listFolders } from "../folders/index.ts";
import { findMediaFile, getFile, listFiles, sniffFile, someFiles } from "./index.ts";
import { listStatement } from "./list-statements.ts";
import type { FileSummary } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const file = { kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;

/** Where the names of the test stand in natural order. */
const naturalPlace = (name: string) =>
  ["_x.jpg", "Ärger.jpg", "img1.jpg", "img2.jpg", "IMG2.jpg", "img10.jpg", "zoo.jpg"].indexOf(name);

describe("listFiles", () => {
  it("pages through everything once, in order, whatever the dates, also when files come in between", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(null, 0, 1, 2, 1_600_000_000_000, -5_000_000_000_000), {
          minLength: 1,
          maxLength: 25,
        }),
        fc.integer({ min: 1, max: 7 }),
        async (dates, limit) => {
          const ada = await addPerson(instance);
          const { libraryId } = ada;
          const ctx = await enterLibrary(ada.ctx, libraryId, "see the library");
          await prisma.file.createMany({
            data: dates.map((date, index) => ({
              ...file,
              libraryId,
              name: `${index}`,
              capturedAt: date === null ? null : new Date(date),
            })),
          });
          const seen: string[] = [];
          const instants: number[] = [];
          let cursor: string | null = null;
          do {
            const page = await listFiles(ctx, { libraryId, folderId: null, cursor, limit });
            seen.push(...page.files.map(({ name }) => name));
            instants.push(...page.files.map(({ filedAtMs }) => filedAtMs));
            cursor = page.nextCursor;
            await prisma.file.create({
              data: { ...file, libraryId, name: "later", capturedAt: new Date(4_000_000_000_000) },
            });
          } while (cursor);
          expect([...seen].sort()).toEqual(dates.map((_, index) => `${index}`).sort());
          expect(instants).toEqual([...instants].sort((a, b) => b - a));
        },
      ),
      { numRuns: 12 },
    );
  });

  it("pages through every order once and forwards and backwards, in the top and in a folder", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const ctx = await enterLibrary(ada.ctx, libraryId, "upload files");
    const folder = await createFolder(ctx, { libraryId, parentId: null, name: "Inside" });
    const names = ["img10.jpg", "IMG2.jpg", "img2.jpg", "img1.jpg", "Ärger.jpg", "zoo.jpg", "_x.jpg"];
    for (const folderId of [null, folder.folderId]) {
      await prisma.file.createMany({
        data: names.map((name, at) => ({
          ...file,
          mimeType: at % 2 ? "image/png" : "image/jpeg",
          sizeBytes: BigInt((at * 7) % 3),
          capturedAt: new Date(at % 3),
          libraryId,
          folderId,
          name,
        })),
      });
      for (const order of ["date", "name", "size", "type"] as const) {
        const walk = async (way: "ascending" | "descending") => {
          const seen: FileSummary[] = [];
          let cursor: string | null = null;
          do {
            const page = await listFiles(ctx, { libraryId, folderId, order, way, cursor, limit: 2 });
            seen.push(...page.files);
            cursor = page.nextCursor;
          } while (cursor);
          return seen;
        };
        const up = await walk("ascending");
        expect(up.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
        expect(await walk("descending")).toEqual(up.toReversed());
        const keyOf = {
          date: ({ filedAtMs }: FileSummary) => filedAtMs,
          size: ({ sizeBytes }: FileSummary) => sizeBytes,
          type: ({ mimeType }: FileSummary) => (mimeType === "image/jpeg" ? 0 : 1),
          name: ({ name }: FileSummary) => naturalPlace(name),
        }[order];
        expect(up.map(keyOf)).toEqual(up.map(keyOf).toSorted((a, b) => a - b));
      }
    }
  });

  it("refuses a cursor of another order", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const ctx = await enterLibrary(ada.ctx, libraryId, "see the library");
    await prisma.file.createMany({ data: [1, 2].map((at) => ({ ...file, libraryId, name: `${at}` })) });
    const { nextCursor } = await listFiles(ctx, { libraryId, order: "name", limit: 1 });
    expect(nextCursor).not.toBeNull();
    await expect(listFiles(ctx, { libraryId, order: "size", cursor: nextCursor })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("reaches the middle of a large folder by an index, in every order", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    await prisma.$executeRaw`
      INSERT INTO files (library_id, name, kind, mime_type, size_bytes, captured_at)
      SELECT ${libraryId}::uuid, 'n' || n, 'photo', 'image/jpeg', n, to_timestamp(n) FROM generate_series(1, 20000) n`;
    await prisma.$executeRaw`ANALYZE files`;
    for (const order of ["date", "name", "size", "type"] as const) {
      for (const way of ["ascending", "descending"] as const) {
        const { text } = listStatement({ order, way, isTop: true, isFirst: false });
        const keys = { date: "1970-01-01 02:00:00", name: "n500", size: "500", type: "image/jpeg" };
        const middle = order === "type" ? [keys.type, keys.name] : [keys[order]];
        const plan = await instance.services.database.sql.read<{ "QUERY PLAN": string }>(
          { name: `plan ${order} ${way}`, text: `EXPLAIN ${text}` },
          [libraryId, ada.userId, 100, ...middle, "00000000-0000-7000-8000-000000000000"],
        );
        const steps = plan.map((row) => row["QUERY PLAN"]).join("\n");
        expect(steps).toMatch(/Index Scan (Backward )?using files_by_/);
        expect(steps).not.toContain("Seq Scan on files f");
      }
    }
  });

  it.each(["x", "1_1", "1;DROP TABLE files_00000000-0000-0000-0000-000000000000", "9".repeat(40)])(
    "refuses the made-up cursor %s",
    async (cursor) => {
      const ada = await addPerson(instance);
      const ctx = await enterLibrary(ada.ctx, ada.libraryId, "see the library");
      await expect(
        listFiles(ctx, { libraryId: ada.libraryId, folderId: null, cursor, limit: 5 }),
      ).rejects.toMatchObject({ code: "INVALID" });
    },
  );
});

describe("a file of another library", () => {
  it("is found by nobody who is nothing to it, in any way", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const { id } = await prisma.file.create({ data: { ...file, libraryId: ada.libraryId, name: "secret" } });
    const inEves = await enterLibrary(eve.ctx, eve.libraryId, "see the library");
    expect(await someFiles(inEves, { libraryId: eve.libraryId, fileIds: [id] })).toEqual([]);
    await expect(getFile(inEves, { libraryId: eve.libraryId, fileId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(findMediaFile(eve.ctx, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(enterLibrary(eve.ctx, ada.libraryId, "see the library")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(findMediaFile(instance.as(), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await findMediaFile(ada.ctx, id)).file.name).toBe("secret");
    await prisma.file.update({ where: { id }, data: { trashedAt: new Date() } });
    await expect(findMediaFile(ada.ctx, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("decides for media routes as for everything else", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const library = await prisma.library.create({
      data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
    });
    const { id } = await prisma.file.create({ data: { ...file, libraryId: library.id, name: "x" } });
    for (const role of ["viewer", "contributor", "admin"] as const) {
      await prisma.libraryMember.deleteMany({ where: { userId: eve.userId } });
      await prisma.libraryMember.create({ data: { libraryId: library.id, userId: eve.userId, role } });
      const { access } = await enterLibrary(eve.ctx, library.id, "see the library");
      expect((await findMediaFile(eve.ctx, id)).ctx.access).toEqual(access);
    }
    await expect(enterLibrary(eve.ctx, library.id, "delete the library")).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("folders", () => {
  it("are made once by two at once, letter case aside", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    const ctx = await enterLibrary(ada.ctx, libraryId, "delete the library");
    const made = await Promise.all(
      ["Trip/Day 1", "trip/day 1", "Trip/Day 2"].map((path) => ensureFolders(ctx, { folderId: null, path })),
    );
    expect(made[0]).toBe(made[1]);
    expect(await listFolders(ctx, { libraryId, folderId: null })).toMatchObject([
      { name: expect.stringMatching(/trip/i) },
    ]);
    await expect(createFolder(ctx, { libraryId, parentId: null, name: "TRIP" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("are found again by their path, also below another folder, and not in the trash or in another library", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const { libraryId } = ada;
    const ctx = await enterLibrary(ada.ctx, libraryId, "delete the library");
    const inEves = await enterLibrary(eve.ctx, eve.libraryId, "delete the library");
    const deep = "Trip/Day 1/Evening/Late";
    const late = await ensureFolders(ctx, { folderId: null, path: deep });
    const [trip] = await listFolders(ctx, { libraryId, folderId: null });
    const tripId = trip?.folderId ?? "";
    const made = () => prisma.activity.count({ where: { libraryId, kind: "folder.created" } });
    expect(await ensureFolders(ctx, { folderId: null, path: deep.toUpperCase() })).toBe(late);
    expect(await ensureFolders(ctx, { folderId: tripId, path: "Day 1/Evening/Late" })).toBe(late);
    expect(await made()).toBe(4);
    await expect(ensureFolders(inEves, { folderId: tripId, path: "Day 1" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await prisma.folder.update({ where: { id: tripId }, data: { trashedAt: new Date() } });
    await expect(ensureFolders(ctx, { folderId: tripId, path: "Day 1" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await ensureFolders(ctx, { folderId: null, path: deep })).not.toBe(late);
    expect(await made()).toBe(8);
  });

  it.each(["../x", "a/../b", "a/\u0000"])("refuses the path %j", async (path) => {
    const ada = await addPerson(instance);
    const ctx = await enterLibrary(ada.ctx, ada.libraryId, "delete the library");
    await expect(ensureFolders(ctx, { folderId: null, path })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("of another library cannot be a parent", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const [inAdas, inEves] = [
      await enterLibrary(ada.ctx, ada.libraryId, "delete the library"),
      await enterLibrary(eve.ctx, eve.libraryId, "delete the library"),
    ];
    const { folderId } = await createFolder(inAdas, {
      libraryId: ada.libraryId,
      parentId: null,
      name: "Mine",
    });
    await expect(
      createFolder(inEves, { libraryId: eve.libraryId, parentId: folderId, name: "x" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("sniffFile", () => {
  it.each([
    ["a page named .jpg", "<!doctype html><script>alert(1)</script>", "application/octet-stream", "other"],
    ["an SVG", '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml", "photo"],
    [
      "a page with a drawing in it",
      "<html><body><svg></svg></body></html>",
      "application/octet-stream",
      "other",
    ],
    ["a PDF", "%PDF-1.7\n", "application/pdf", "other"],
    ["nothing", "", "application/octet-stream", "other"],
  ])("knows %s by its bytes", async (_name, content, mimeType, kind) => {
    const path = join(await mkdtemp(join(tmpdir(), "alcoves-sniff-")), "photo.jpg");
    await writeFile(path, content);
    expect(await sniffFile(path)).toEqual({ mimeType, kind });
  });
});
