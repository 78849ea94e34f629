import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { getFile } from "../files/index.ts";
import { cellsOf } from "./cells.ts";
import { showClusters } from "./clusters.ts";
import { listMapFiles, statementOf } from "./files.ts";
import { squareValues } from "./mapped.ts";
import type { MapBounds } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const photo = { kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
const world: MapBounds = { north: 90, south: -90, west: -180, east: 180 };

async function enterOwn(name = "Ada") {
  const person = await addPerson(instance, name);
  const ctx = await enterLibrary(person.ctx, person.libraryId, "see its files");
  return { ...person, ctx };
}

async function addAt(libraryId: string, places: readonly (readonly [number, number])[]) {
  await prisma.file.createMany({
    data: places.map(([latitude, longitude], at) => ({
      ...photo,
      libraryId,
      name: `${at}`,
      latitude,
      longitude,
      capturedAt: new Date(Math.floor(at / 2)),
    })),
  });
}

/** All files in view, page by page. */
async function walk(ctx: LibraryContext, bounds: MapBounds, limit: number) {
  const { libraryId } = ctx.access;
  const files = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMapFiles>> = await listMapFiles(ctx, {
      libraryId,
      bounds,
      cursor,
      limit,
    });
    files.push(...page.files);
    cursor = page.nextCursor;
  } while (cursor);
  return files;
}

const latitude = fc.oneof(
  fc.constantFrom(-90, -85.06, 0, 48.2, 85.06, 90),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const longitude = fc.oneof(
  fc.constantFrom(-180, -179.999, 0, 16.4, 179.999, 180),
  fc.double({ min: -180, max: 180, noNaN: true }),
);

describe("a map", () => {
  it("lists exactly the files in view, newest first, over the poles and the antimeridian", async () => {
    const { ctx, libraryId } = await enterOwn();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(latitude, longitude), { maxLength: 20 }),
        fc.record({ north: latitude, south: latitude, west: longitude, east: longitude }),
        fc.integer({ min: 1, max: 6 }),
        async (places, bounds, limit) => {
          await prisma.file.deleteMany({ where: { libraryId } });
          await addAt(libraryId, places);
          const { west, east } = bounds;
          const [south, north] = [bounds.south, bounds.north].toSorted((a, b) => a - b);
          const isIn = ([lat, lon]: readonly [number, number]) =>
            lat >= (south ?? 0) &&
            lat <= (north ?? 0) &&
            (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
          const seen = await walk(ctx, bounds, limit);
          const wanted = places.flatMap((place, at) => (isIn(place) ? [`${at}`] : []));
          expect(seen.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
          const order = seen.map(({ filedAtMs, fileId }) => [filedAtMs, fileId] as const);
          expect(order).toEqual(order.toSorted(([a, x], [b, y]) => b - a || (y < x ? -1 : 1)));
        },
      ),
      { numRuns: 25 },
    );
  }, 180_000);

  it("counts each file in one cluster at every zoom, and sets the newest before it", async () => {
    const { ctx, libraryId } = await enterOwn();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(latitude, longitude), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 24, noNaN: true }),
        async (places, zoom) => {
          await prisma.file.deleteMany({ where: { libraryId } });
          await addAt(libraryId, places);
          const clusters = await showClusters(ctx, { libraryId, bounds: world, zoom });
          expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(places.length);
          expect(clusters.length).toBeLessThanOrEqual(640);
          const newest = await walk(ctx, world, 100);
          expect(clusters.map(({ fileId }) => fileId)).toContain(newest[0]?.fileId);
        },
      ),
      { numRuns: 15 },
    );
  }, 180_000);

  it("lets files part as one comes nearer, and shows one alone at its own place", async () => {
    const { ctx, libraryId } = await enterOwn();
    const [vienna, bratislava, auckland] = [
      [48.2082, 16.3738],
      [48.1486, 17.1077],
      [-36.8485, 174.7633],
    ] as const;
    await addAt(libraryId, [vienna, bratislava, auckland, vienna]);
    const show = (bounds: MapBounds, zoom: number) => showClusters(ctx, { libraryId, bounds, zoom });
    const far = await show(world, 1);
    expect(far.map(({ count }) => count)).toEqual([3, 1]);
    expect(far[1]).toMatchObject({ latitude: auckland[0], longitude: auckland[1], pictureVersion: 1 });
    expect(far[0]?.longitude).toBeCloseTo((2 * vienna[1] + bratislava[1]) / 3);
    const nearBounds = { north: 48.5, south: 48, west: 16, east: 17.5 };
    expect((await show(nearBounds, 9)).map(({ count }) => count)).toEqual([2, 1]);
    const overTheDateLine = { north: -30, south: -40, west: 170, east: -170 };
    expect(await show(overTheDateLine, 5)).toMatchObject([{ count: 1, latitude: auckland[0] }]);
  });

  it("shows nothing that is in the trash, accompanies a file, has no place or is of another library", async () => {
    const [ada, eve] = [await enterOwn(), await enterOwn("Eve")];
    const { libraryId } = ada;
    const place = { latitude: 1, longitude: 1 };
    const { id } = await prisma.file.create({ data: { ...photo, ...place, libraryId, name: "shown" } });
    await prisma.file.createMany({
      data: [
        { ...photo, ...place, libraryId, name: "trashed", trashedAt: new Date() },
        { ...photo, ...place, libraryId, name: "clip", companionOfId: id },
        { ...photo, ...place, libraryId, name: "sound", kind: "audio" },
        { ...photo, libraryId, name: "nowhere" },
        { ...photo, ...place, libraryId: eve.libraryId, name: "of Eve" },
      ],
    });
    await prisma.fileMark.create({ data: { fileId: id, userId: eve.userId, isFavourite: true, rating: 5 } });
    expect(await showClusters(ada.ctx, { libraryId, bounds: world, zoom: 2 })).toMatchObject([{ count: 1 }]);
    const [tile, ...others] = await walk(ada.ctx, world, 10);
    expect(others).toEqual([]);
    expect(tile).toMatchObject({ name: "shown", isFavourite: false, ownRating: null });
    expect(await getFile(ada.ctx, { libraryId, fileId: id })).toMatchObject(tile ?? {});
  });

  it("reads a page from its index, however much of the world is in view: no file's place is worked out anew", async () => {
    const { libraryId, userId } = await enterOwn("Planned");
    await prisma.$executeRaw`
      INSERT INTO files (library_id, name, kind, mime_type, size_bytes, latitude, longitude, captured_at)
      SELECT ${libraryId}::uuid, at::text, 'photo', 'image/jpeg', 1, at % 120 - 60, at * 7 % 360 - 180, to_timestamp(at)
      FROM generate_series(1, 3000) AS at`;
    await prisma.$executeRaw`ANALYZE files`;
    const { name, text } = statementOf({ isWhole: true, isFirst: true });
    const rows = await instance.services.database.sql.read<Record<string, string>>(
      { name: `explained-${name}`, text: `EXPLAIN ${text}` },
      [...squareValues(libraryId, cellsOf(world, { level: 26, most: 64 })), userId, 101, -90, 90, -180, 180],
    );
    const steps = rows.map((row) => row["QUERY PLAN"] ?? "");
    expect(steps.join("\n")).toContain("using files_map ");
    expect(steps.filter((step) => step.includes("Filter") && step.includes("map_cell"))).toEqual([]);
  }, 90_000);

  it("refuses a made-up cursor", async () => {
    const { ctx, libraryId } = await enterOwn();
    await expect(listMapFiles(ctx, { libraryId, bounds: world, cursor: "1_1" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("takes a coarser grid where bounds would hold too many squares", () => {
    expect(cellsOf(world, { level: 26, most: 640 })).toHaveLength(256);
    const all = cellsOf(world, { level: 0, most: 640 });
    expect(all).toEqual([{ first: 0, last: 4 ** 26 - 1 }]);
  });
});
