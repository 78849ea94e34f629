import { randomUUID } from "node:crypto";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createContext } from "../context.ts";
import { foldMapCounts } from "./fold-counts.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const upkeep = createContext(instance.services, { kind: "system", job: "upkeep" });

/** What is counted, beside what there is: each square's files, and the sums of their places. */
async function countedAndTrue(libraryId: string) {
  const mapped = `trashed_at IS NULL AND companion_of_id IS NULL AND kind IN ('photo', 'video')
    AND latitude IS NOT NULL AND longitude IS NOT NULL`;
  const counted = await prisma.$queryRawUnsafe(
    `SELECT level::int, square, sum(files)::int AS files, sum(latitudes)::bigint AS latitudes, sum(longitudes)::bigint AS longitudes
     FROM map_counts WHERE library_id = $1::uuid GROUP BY level, square
     HAVING sum(files) <> 0 OR sum(latitudes) <> 0 OR sum(longitudes) <> 0 ORDER BY level, square`,
    libraryId,
  );
  const there = await prisma.$queryRawUnsafe(
    `SELECT level, map_cell(latitude, longitude) >> (2 * (26 - level)) AS square, count(*)::int AS files,
            sum(round(latitude * 1e7)::bigint)::bigint AS latitudes, sum(round(longitude * 1e7)::bigint)::bigint AS longitudes
     FROM files, (VALUES (12), (18)) levels(level) WHERE library_id = $1::uuid AND ${mapped} GROUP BY 1, 2 ORDER BY 1, 2`,
    libraryId,
  );
  return { counted, there };
}

const place = fc.record({
  latitude: fc.constantFrom(null, -90, 0, 48.2082, 48.2083, 48.3),
  longitude: fc.constantFrom(null, -180, 0, 16.3738, 16.3739, 180),
});
/** A change of one of a few files. */
const change = fc.oneof(
  place,
  fc.record({ trashedAt: fc.constantFrom(null, new Date(0), new Date(1)) }),
  fc.record({ kind: fc.constantFrom("photo" as const, "video" as const, "audio" as const) }),
  fc.record({ name: fc.constantFrom("a", "b") }),
  fc.constant("delete" as const),
  fc.constant("companion" as const),
);

async function carryOut(step: typeof change extends fc.Arbitrary<infer Step> ? Step : never, fileId: string) {
  const where = { id: fileId };
  if (step === "delete") await prisma.file.deleteMany({ where });
  else if (step === "companion") {
    const [other] = await prisma.file.findMany({ where: { id: { not: fileId } }, take: 1 });
    await prisma.file.updateMany({ where, data: { companionOfId: other?.id ?? null } });
  } else await prisma.file.updateMany({ where, data: step });
}

describe("the counts of a map", () => {
  it("are what there is, whatever happens to files at once, and while they are folded", async () => {
    const { libraryId } = await addPerson(instance);
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(7), change), { maxLength: 30 }),
        async (places, steps) => {
          const files = places.map((at) => ({ id: randomUUID(), ...at }));
          const photo = {
            libraryId,
            name: "x",
            kind: "photo",
            mimeType: "image/jpeg",
            sizeBytes: 1n,
          } as const;
          await prisma.file.createMany({ data: files.map((file) => ({ ...photo, ...file })) });
          // Changes of one file wait for each other in the database; those of several go at once.
          await Promise.all(
            files.map(async ({ id }, at) => {
              for (const [of, step] of steps) if (of % files.length === at) await carryOut(step, id);
            }),
          );
          const { counted, there } = await countedAndTrue(libraryId);
          expect(counted).toEqual(there);
        },
      ),
      { numRuns: 30 },
    );
  }, 180_000);

  it("stay right while many come and are folded, which leaves one row a square", async () => {
    const { libraryId } = await addPerson(instance, "Eve");
    const photo = { libraryId, name: "x", kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
    const add = (count: number, latitude: number) =>
      prisma.file.createMany({
        data: Array.from({ length: count }, () => ({ ...photo, latitude, longitude: 1 })),
      });
    const start = await foldMapCounts(upkeep, null);
    expect(await foldMapCounts(upkeep, start), "too few are left as they are").toBe(start);
    await Promise.all([add(400, 1), add(400, 2)]);
    await Promise.all([add(50, 1), foldMapCounts(upkeep, start), foldMapCounts(upkeep, start)]);
    const first = await countedAndTrue(libraryId);
    expect(first.counted).toEqual(first.there);

    await add(600, 2);
    await foldMapCounts(upkeep, start);
    expect(await prisma.mapCount.count({ where: { libraryId } })).toBe(4);
    const folded = await countedAndTrue(libraryId);
    expect(folded.counted).toEqual(folded.there);

    await prisma.file.deleteMany({ where: { libraryId } });
    await foldMapCounts(upkeep, start);
    expect(await prisma.mapCount.count({ where: { libraryId } }), "nothing is left of nothing").toBe(0);
  }, 60_000);
});
