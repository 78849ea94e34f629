import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { getFile, listFiles } from "../files/index.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import { listFavourites, restoreMarks, setMarks } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** A library of Ada's that Vera may see, with some files, each a second later than the one before. */
async function home(count = 3) {
  const [ada, vera] = [await addPerson(instance), await addPerson(instance, "Vera")];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  await prisma.libraryMember.create({ data: { libraryId, userId: vera.userId, role: "viewer" } });
  const fileIds: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await prisma.file.create({
      data: {
        libraryId,
        name: `${at}.jpg`,
        kind: "photo",
        mimeType: "image/jpeg",
        sizeBytes: 1n,
        capturedAt: new Date(Math.floor(at / 2) * 1_000),
      },
    });
    fileIds.push(id);
  }
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "mark files");
  return { libraryId, fileIds, asAda: await enter(ada), asVera: await enter(vera) };
}

it("are one's own: a viewer has them too, and nobody else sees them", async () => {
  const { libraryId, fileIds, asAda, asVera } = await home();
  const [fileId = ""] = fileIds;
  await setMarks(asVera, { libraryId, fileIds: [fileId], isFavourite: true });
  await setMarks(asVera, { libraryId, fileIds: [fileId], rating: 5 });
  await setMarks(asAda, { libraryId, fileIds: [fileId], rating: 2 });
  expect(await getFile(asVera, { libraryId, fileId })).toMatchObject({ isFavourite: true, ownRating: 5 });
  expect(await getFile(asAda, { libraryId, fileId })).toMatchObject({ isFavourite: false, ownRating: 2 });
  const { files } = await listFiles(asVera, { libraryId });
  expect(files.filter(({ isFavourite }) => isFavourite).map((file) => file.fileId)).toEqual([fileId]);
  expect((await listFavourites(asAda, { libraryId })).files).toEqual([]);
  expect(await prisma.activity.count({ where: { libraryId } })).toBe(0);
});

it("come back as they were by what setting them gave", async () => {
  const { libraryId, fileIds, asVera } = await home(4);
  const wish = fc.record({
    fileIds: fc.subarray(fileIds, { minLength: 1 }),
    isFavourite: fc.option(fc.boolean(), { nil: undefined }),
    rating: fc.option(fc.constantFrom(null, 1, 5), { nil: undefined }),
  });
  const all = () =>
    prisma.fileMark.findMany({ where: { fileId: { in: fileIds } }, orderBy: { fileId: "asc" } });
  await fc.assert(
    fc.asyncProperty(wish, wish, async (first, second) => {
      await setMarks(asVera, { libraryId, ...first });
      const before = await all();
      const former = await setMarks(asVera, { libraryId, ...second });
      for (const mark of await all()) expect(mark.isFavourite || mark.rating !== null).toBe(true);
      await restoreMarks(asVera, { libraryId, former });
      expect(await all()).toEqual(before);
    }),
    { numRuns: 20 },
  );
});

it("keep a favourite and a rating that are set at the same moment, as by two keys", async () => {
  const { libraryId, fileIds, asVera } = await home(10);
  for (const fileId of fileIds) {
    await Promise.all([
      setMarks(asVera, { libraryId, fileIds: [fileId], isFavourite: true }),
      setMarks(asVera, { libraryId, fileIds: [fileId], rating: 4 }),
    ]);
  }
  const marks = await prisma.fileMark.findMany({ where: { fileId: { in: fileIds } } });
  expect(marks.filter(({ isFavourite, rating }) => isFavourite && rating === 4)).toHaveLength(10);
});

it("are set on all files or on none: one of elsewhere or in the trash refuses the act, as does a rating of six", async () => {
  const { libraryId, fileIds, asAda, asVera } = await home();
  const other = await home();
  await trashItems(asAda, { libraryId, fileIds: fileIds.slice(2) });
  for (const fileId of [other.fileIds[0] ?? "", fileIds[2] ?? ""]) {
    const refused = setMarks(asVera, { libraryId, fileIds: [...fileIds.slice(0, 2), fileId], rating: 3 });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(setMarks(asVera, { libraryId, fileIds, rating: 6 })).rejects.toThrow();
  expect(await prisma.fileMark.count({ where: { fileId: { in: [...fileIds, ...other.fileIds] } } })).toBe(0);
});

it("survive the trash, and go with what is deleted for good and with their person", async () => {
  const { libraryId, fileIds, asAda, asVera } = await home();
  await setMarks(asVera, { libraryId, fileIds, isFavourite: true });
  const gone = fileIds.slice(0, 1);
  await trashItems(asAda, { libraryId, fileIds: gone });
  expect((await listFavourites(asVera, { libraryId })).files).toHaveLength(2);
  await restoreItems(asAda, { libraryId, fileIds: gone });
  expect((await listFavourites(asVera, { libraryId })).files).toHaveLength(3);
  await trashItems(asAda, { libraryId, fileIds: gone });
  await emptyTrash(asAda);
  const marks = await prisma.fileMark.findMany({ where: { fileId: { in: fileIds } } });
  expect(marks).toHaveLength(2);
  const userId = marks[0]?.userId ?? "";
  await prisma.library.deleteMany({ where: { ownerId: userId } });
  await prisma.user.delete({ where: { id: userId } });
  expect(await prisma.fileMark.count({ where: { fileId: { in: fileIds } } })).toBe(0);
});

it("page through favourites once, newest capture first", async () => {
  const { libraryId, fileIds, asVera } = await home(7);
  await setMarks(asVera, { libraryId, fileIds, isFavourite: true });
  const seen: { fileId: string; filedAtMs: number }[] = [];
  let cursor: string | null = null;
  do {
    const page = await listFavourites(asVera, { libraryId, cursor, limit: 2 });
    seen.push(...page.files);
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.map(({ fileId }) => fileId).toSorted()).toEqual(fileIds.toSorted());
  const times = seen.map(({ filedAtMs }) => filedAtMs);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});
