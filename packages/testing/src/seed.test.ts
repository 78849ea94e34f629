import { afterAll, expect, it } from "vitest";
import { addPerson, startTestInstance } from "./index.ts";
import { seedBlobs } from "./seed/blobs.ts";
import { makeSeedPictures } from "./seed/pictures.ts";
import { seedRows } from "./seed.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

it("fills a library with the same files each time, and lets it grow", async () => {
  const { libraryId, userId } = await addPerson(instance);
  const pictures = await makeSeedPictures(2, 1);
  const looks = pictures.map(({ widthPx, heightPx, thumbhash }) => ({ widthPx, heightPx, thumbhash }));
  const seeding = { libraryId, userId, seed: 1, looks, isSkewed: true };
  const idsAfter = async (files: number) => {
    await seedRows(prisma, { ...seeding, files });
    const rows = await prisma.file.findMany({ where: { libraryId }, orderBy: { id: "asc" } });
    return rows.map(({ id }) => id);
  };
  const first = await idsAfter(500);
  expect(first).toHaveLength(500);
  expect(await idsAfter(500)).toEqual(first);
  const grown = await idsAfter(1_000);
  expect(grown).toHaveLength(1_000);
  expect(grown.slice(0, 500)).toEqual(first);
  const inOneSecond = { libraryId, capturedAt: new Date("2019-06-15T12:00:00Z") };
  expect(await prisma.file.count({ where: inOneSecond })).toBeGreaterThanOrEqual(100);
  for (const where of [{ kind: "video" as const }, { latitude: { not: null } }, { trashedAt: { not: null } }])
    expect(await prisma.file.count({ where: { libraryId, ...where } })).toBeGreaterThan(0);
  const longAgo = new Date(Date.now() - (instance.services.trashDays - 5) * 24 * 3_600_000);
  expect(await prisma.file.count({ where: { libraryId, trashedAt: { lt: longAgo } } })).toBe(0);
  expect(await prisma.fileMark.count({ where: { userId } })).toBe(62);

  const { services } = instance;
  expect(await seedBlobs(services, { libraryId, count: 5, pictures })).toBe(5);
  let blobs = 0;
  for await (const _ of services.storage.list(`cache/${libraryId}/`)) blobs += 1;
  expect(blobs).toBeGreaterThanOrEqual(10);
}, 120_000);
