import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { getFile } from "../files/index.ts";
import { cutsStatement, daysStatement, showOutline } from "./outline.ts";
import {
  dayMs,
  largestSlice,
  readSlice,
  ShowSlice,
  slicesOf,
  type TimelineFilters,
  type TimelineOutline,
  type TimelineRange,
} from "./schema.ts";
import { showSlice, sliceStatement } from "./slice.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma, sql } = instance.services.database;
const photo = { kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;

async function enterOwn(name = "Ada") {
  const person = await addPerson(instance, name);
  const ctx = await enterLibrary(person.ctx, person.libraryId, "see its files");
  return { ...person, ctx };
}

/** All files of a timeline, slice by slice, as a browser that scrolls through it sees them. */
async function walk(ctx: LibraryContext, filters: TimelineFilters = {}, size?: number) {
  const { libraryId } = ctx.access;
  const outline = await showOutline(ctx, { libraryId, filters }, size);
  const slices = slicesOf(outline, size);
  const files = [];
  for (const { count, ...range } of slices) {
    const slice = await showSlice(ctx, { libraryId, filters, range });
    expect([slice.fileIds.length, slice.isCut]).toEqual([count, false]);
    files.push(...readSlice(slice));
  }
  return { outline, slices, files };
}

const namesOf = (files: { name: string }[]) => files.map(({ name }) => name);
const instant = fc.oneof(
  fc.constantFrom(0, 1, 999, dayMs - 1, dayMs, -1, 1_600_000_000_000, 253_402_300_799_999),
  fc.integer({ min: -200_000_000_000_000, max: 250_000_000_000_000 }),
);

describe("a timeline", () => {
  it("holds each live photo and video once, newest wall clock first, whatever the dates and however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.option(instant),
            offset: fc.option(fc.integer({ min: -840, max: 840 })),
            kind: fc.constantFrom("photo", "video", "audio", "other"),
            isTrashed: fc.boolean(),
          }),
          { maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (files, size) => {
          const { ctx, libraryId } = await enterOwn();
          // By hand, because Prisma cannot spell a year before the first.
          await prisma.$executeRaw`
            INSERT INTO files (library_id, name, kind, mime_type, size_bytes, created_at, captured_at,
                               captured_offset_minutes, trashed_at)
            SELECT ${libraryId}::uuid, place - 1, kind, 'image/jpeg', 1, timestamptz 'epoch' + 1.7e9 * interval '1 s',
                   timestamptz 'epoch' + at * interval '1 ms', "offset", CASE WHEN "isTrashed" THEN now() END
            FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
                   AS (at float8, "offset" int, kind file_kind, "isTrashed" boolean)) WITH ORDINALITY
                   AS file (at, "offset", kind, "isTrashed", place)`;
          const wanted = files.flatMap(({ at, offset, kind, isTrashed }, index) =>
            isTrashed || kind === "audio" || kind === "other"
              ? []
              : [
                  {
                    name: `${index}`,
                    filedAtMs: at === null ? 1_700_000_000_000 : at + (offset ?? 0) * 60_000,
                  },
                ],
          );
          const seen = await walk(ctx, {}, size);
          expect(namesOf(seen.files).toSorted()).toEqual(namesOf(wanted).toSorted());
          const places = seen.files.map(({ filedAtMs, fileId }) => [filedAtMs, fileId] as const);
          expect(places).toEqual(
            places.toSorted(([a, idOfA], [b, idOfB]) => b - a || (idOfB < idOfA ? -1 : 1)),
          );
          for (const { name, filedAtMs } of seen.files)
            expect(filedAtMs).toBe(wanted.find((file) => file.name === name)?.filedAtMs);
          for (const { count } of seen.slices) expect(count).toBeLessThanOrEqual(size);
        },
      ),
      { numRuns: 15 },
    );
  }, 180_000);

  it("leaves out what only accompanies a file, and what is of another library", async () => {
    const [ada, eve] = [await enterOwn(), await enterOwn("Eve")];
    const still = await prisma.file.create({ data: { ...photo, libraryId: ada.libraryId, name: "still" } });
    await prisma.file.create({
      data: { ...photo, libraryId: ada.libraryId, name: "clip", kind: "video", companionOfId: still.id },
    });
    await prisma.file.create({ data: { ...photo, libraryId: eve.libraryId, name: "of Eve" } });
    const { files } = await walk(ada.ctx);
    expect(files).toMatchObject([{ name: "still", isLive: true }]);
  });

  it("shows a tile of a file as its listing does, with the marks of whoever asks alone", async () => {
    const [ada, eve] = [await enterOwn(), await enterOwn("Eve")];
    const { libraryId } = ada;
    const made = await prisma.file.createManyAndReturn({
      select: { id: true },
      data: (
        [
          { ...photo, mimeType: "image/x-canon-cr2", widthPx: 3, heightPx: 2, metadataStatus: "ready" },
          { ...photo, kind: "video", durationMs: 7, thumbnailDoneVersion: 3, thumbnailStatus: "ready" },
          { ...photo, variantsStatus: "failed", hashStatus: "queued" },
          { ...photo, hashStatus: "processing", thumbhash: new Uint8Array([1, 2, 3]) },
        ] as const
      ).map((fields, at) => ({ ...fields, libraryId, name: `${at}`, capturedAt: new Date(-at) })),
    });
    const [first, second] = made.map(({ id }) => id);
    if (!first || !second) throw new Error("They were just made.");
    await prisma.fileMark.createMany({
      data: [
        { fileId: first, userId: ada.userId, isFavourite: true, rating: 4 },
        { fileId: second, userId: eve.userId, isFavourite: true, rating: 5 },
      ],
    });
    const { files } = await walk(ada.ctx);
    for (const tile of files)
      expect(await getFile(ada.ctx, { libraryId, fileId: tile.fileId })).toMatchObject(tile);
    expect(files.map(({ work }) => work)).toEqual(["done", "done", "failed", "open"]);
    expect(files.map(({ ownRating, isFavourite }) => [ownRating, isFavourite])).toEqual([
      [4, true],
      [null, false],
      [null, false],
      [null, false],
    ]);
    expect(files.map(({ pictures }) => pictures !== null)).toEqual([true, true, false, true]);
  });

  it("is filtered in its outline as in its slices, by marks of whoever asks alone", async () => {
    const [ada, eve] = [await enterOwn(), await enterOwn("Eve")];
    const { libraryId } = ada;
    const tag = await prisma.tag.create({ data: { libraryId, name: "Sea", color: 0 } });
    for (let at = 0; at < 32; at += 1) {
      const has = (bit: number) => (at & bit) !== 0;
      const name = [
        has(1) && "video",
        has(2) && "loved",
        has(4) && "tagged",
        has(8) && "good",
        has(16) && "placed",
      ]
        .filter(Boolean)
        .join(" ");
      await prisma.file.create({
        data: {
          ...photo,
          libraryId,
          name,
          kind: has(1) ? "video" : "photo",
          ...(has(16) ? { latitude: 0, longitude: 0 } : {}),
          marks: {
            create: [
              { userId: ada.userId, isFavourite: has(2), rating: has(8) ? 4 : 2 },
              { userId: eve.userId, isFavourite: !has(2), rating: has(8) ? 2 : 4 },
            ],
          },
          ...(has(4) ? { tags: { create: { tagId: tag.id } } } : {}),
        },
      });
    }
    const filters = {
      video: { kind: "video" },
      loved: { isFavourite: true },
      tagged: { tagId: tag.id },
      good: { minRating: 4 },
      placed: { isLocated: true },
    } as const satisfies Record<string, TimelineFilters>;
    for (const [word, filter] of Object.entries(filters)) {
      const { files } = await walk(ada.ctx, filter, 3);
      expect(files).toHaveLength(16);
      for (const { name } of files) expect(name).toContain(word);
    }
    const all = Object.assign({}, ...Object.values(filters));
    expect(namesOf((await walk(ada.ctx, all)).files)).toEqual(["video loved tagged good placed"]);
    expect(namesOf((await walk(ada.ctx, { isFavourite: false })).files)).toHaveLength(32);
  });

  it("gives each file in one slice alone, also when others came and went since the outline", async () => {
    const { ctx, libraryId } = await enterOwn();
    const add = (name: string, at: number) =>
      prisma.file.create({ data: { ...photo, libraryId, name, capturedAt: new Date(at) } });
    const old = [];
    for (let at = 0; at < 9; at += 1) old.push(await add(`old ${at}`, 5));
    const slices = slicesOf(await showOutline(ctx, { libraryId }, 3), 3);
    expect(slices.map(({ count }) => count)).toEqual([3, 3, 3]);
    await prisma.file.updateMany({
      where: { id: { in: old.filter((_, at) => at % 3 === 2).map(({ id }) => id) } },
      data: { trashedAt: new Date() },
    });
    await add("new", 5);
    await add("newer", 9);
    const seen = [];
    for (const range of slices) seen.push(...namesOf(readSlice(await showSlice(ctx, { libraryId, range }))));
    const left = [0, 1, 3, 4, 6, 7].map((at) => `old ${at}`);
    expect(seen.toSorted()).toEqual(["new", "newer", ...left]);
  });

  it("says when a slice has more files than were asked for", async () => {
    const { ctx, libraryId } = await enterOwn();
    await prisma.file.createMany({
      data: [1, 2, 3].map((at) => ({ ...photo, libraryId, name: `${at}`, capturedAt: new Date(-at) })),
    });
    const range = { newestDay: 0, oldestDay: -1 };
    const slice = await showSlice(ctx, { libraryId, range, limit: 2 });
    expect([slice.names, slice.isCut]).toEqual([["1", "2"], true]);
    expect((await showSlice(ctx, { libraryId, range, limit: 3 })).isCut).toBe(false);
  });

  it.each([
    { from: "1" },
    { from: "1_00000000-0000-7000-8000-00000000000g" },
    { before: "9999999999999999_00000000-0000-7000-8000-000000000000" },
    { newestDay: 1e9 },
    { oldestDay: -1e8 },
    { newestDay: 0.5 },
  ])("refuses the made-up range %j", async (fields) => {
    const { ctx, libraryId } = await enterOwn();
    const range = { newestDay: 0, oldestDay: 0, ...fields };
    await expect(showSlice(ctx, { libraryId, range })).rejects.toMatchObject({ name: "ZodError" });
  });

  it("takes the outermost days and keys that there can be", async () => {
    const { ctx, libraryId } = await enterOwn();
    await prisma.file.create({ data: { ...photo, libraryId, name: "x" } });
    const id = "00000000-0000-7000-8000-000000000000";
    const [newestDay, oldestDay] = [100_000_000, -2_440_588];
    for (const range of [
      { newestDay, oldestDay },
      { newestDay, oldestDay, from: `${newestDay * dayMs}_${id}`, before: `${oldestDay * dayMs}_${id}` },
    ])
      expect((await showSlice(ctx, { libraryId, range })).names).toEqual(["x"]);
  });
});

describe("a large timeline", async () => {
  const { ctx, libraryId, userId } = await enterOwn();
  await prisma.$executeRaw`
    INSERT INTO files (library_id, name, kind, mime_type, size_bytes, description, captured_at)
    SELECT ${libraryId}::uuid, 'n' || n, 'photo', 'image/jpeg', n, repeat('words', 100),
           CASE WHEN n <= 6000 THEN to_timestamp(1600000000) ELSE to_timestamp(n * 7000) END
    FROM generate_series(1, 12000) n`;
  await prisma.$transaction([
    // A row is known to be visible to all once its commit is on disk, which the servers of tests do not wait for.
    prisma.$executeRaw`SET LOCAL synchronous_commit = on`,
    prisma.library.update({ where: { id: libraryId }, data: { name: "Large" } }),
  ]);
  await prisma.$executeRawUnsafe("VACUUM ANALYZE files");

  async function planOf({ text, name }: { text: string; name: string }, values: unknown[]) {
    const rows = await sql.read<{ "QUERY PLAN": string }>(
      { name: `plan-${name}`, text: `EXPLAIN ${text}` },
      values,
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }

  it("counts its days and finds its cuts from the index alone", async () => {
    const viewpoint = { libraryId, userId };
    for (const { statement, values } of [
      daysStatement(viewpoint, {}),
      cutsStatement({ viewpoint, filters: {}, days: [18_518], size: 1_000 }),
    ]) {
      const plan = await planOf(statement, values);
      expect(plan).toContain("Index Only Scan using files_timeline");
      expect(plan).not.toMatch(/Seq Scan|Bitmap|Index Scan/);
    }
  });

  it("reaches every slice by its bounds in the index, also within one second", async () => {
    const outline: TimelineOutline = await showOutline(ctx, { libraryId });
    expect(outline.cuts).toMatchObject([{ keys: { length: 5 } }]);
    const slices = slicesOf(outline);
    const cut = slices.filter(({ from }) => from !== null);
    expect(cut).toHaveLength(5);
    for (const range of [slices[0], cut[0], cut[2], cut[4]] as (TimelineRange | undefined)[]) {
      const asked = ShowSlice.parse({ libraryId, range, limit: largestSlice });
      const { statement, values } = sliceStatement({ libraryId, userId }, asked);
      const plan = await planOf(statement, values);
      expect(plan).toMatch(/Index Scan using files_timeline/);
      expect(plan).not.toMatch(/Seq Scan on files f|Filter: .*(filed_at|ROW)/);
    }
  });
});
