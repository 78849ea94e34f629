import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import {
  addToAlbum,
  arrangeAlbum,
  createAlbum,
  listAlbumFiles,
  putBackInAlbum,
  takeFromAlbum,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const { libraryId } = ada;
const ctx = await enterLibrary(ada.ctx, libraryId, "change albums");
const files = Array.from({ length: 8 }, (_, at) => ({
  libraryId,
  name: `${at}.jpg`,
  kind: "photo" as const,
  mimeType: "image/jpeg",
  sizeBytes: 1n,
}));
const fileIds = (await prisma.file.createManyAndReturn({ data: files })).map(({ id }) => id);
const { albumId } = await createAlbum(ctx, { libraryId, name: "Summer" });
const album = { libraryId, albumId };

const order = async () =>
  (await listAlbumFiles(ctx, { ...album, limit: 500 })).files.map(({ fileId }) => fileId);

/** Empties the album and fills it, with positions so close together that some acts find no room. */
async function fill(start: readonly string[], step: number): Promise<void> {
  await prisma.albumFile.deleteMany({ where: { albumId } });
  await prisma.albumFile.createMany({
    data: start.map((fileId, at) => ({ albumId, fileId, position: at * step })),
  });
}

/** What moving should make of a list. */
function moved(list: readonly string[], run: readonly string[], before: string | null): string[] {
  const rest = list.filter((fileId) => !run.includes(fileId));
  const place = before === null ? rest.length : rest.indexOf(before);
  return rest.toSpliced(place, 0, ...run);
}

const id = fc.constantFrom(...fileIds);
const act = fc.record({
  kind: fc.constantFrom("arrange", "add", "take"),
  fileIds: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
  before: fc.option(id, { nil: null }),
});

it("arranges as a list is arranged, with room between positions and without", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 2, 256),
      fc.shuffledSubarray(fileIds, { minLength: 2 }),
      fc.array(act, { minLength: 1, maxLength: 5 }),
      async (step, start, acts) => {
        await fill(start, step);
        let list = [...start];
        for (const { kind, fileIds: wanted, before: asked } of acts) {
          const inside = wanted.filter((fileId) => list.includes(fileId));
          const outside = wanted.filter((fileId) => !list.includes(fileId));
          const run = kind === "add" ? outside : inside;
          if (run.length === 0) continue;
          const before = asked && list.includes(asked) && !run.includes(asked) ? asked : null;
          if (kind === "arrange") await arrangeAlbum(ctx, { ...album, fileIds: run, before });
          if (kind === "add") await addToAlbum(ctx, { ...album, fileIds: run, before });
          if (kind === "take") await takeFromAlbum(ctx, { ...album, fileIds: run });
          list = kind === "take" ? list.filter((fileId) => !run.includes(fileId)) : moved(list, run, before);
          expect(await order()).toEqual(list);
        }
      },
    ),
    { numRuns: 25 },
  );
});

it("is as it was before when what was arranged or taken out is put back", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 256),
      fc.shuffledSubarray(fileIds, { minLength: 2 }),
      fc.array(
        fc.record({
          isTaken: fc.boolean(),
          chosen: fc.array(fc.nat(7), { minLength: 1 }),
          before: fc.nat(8),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      async (step, start, acts) => {
        await fill(start, step);
        for (const { isTaken, chosen, before: at } of acts) {
          const before = await order();
          const run = [...new Set(chosen.flatMap((place) => before[place] ?? []))];
          if (run.length === 0) continue;
          const place = before.filter((fileId) => !run.includes(fileId))[at] ?? null;
          const runs = isTaken
            ? await takeFromAlbum(ctx, { ...album, fileIds: run })
            : await arrangeAlbum(ctx, { ...album, fileIds: run, before: place });
          await putBackInAlbum(ctx, { ...album, runs });
          expect(await order()).toEqual(before);
        }
      },
    ),
    { numRuns: 25 },
  );
});

it("puts nothing back when a file that others stood before is not there any more", async () => {
  await fill(fileIds, 256);
  const [first = "", second = ""] = fileIds;
  const runs = await takeFromAlbum(ctx, { ...album, fileIds: [first] });
  await takeFromAlbum(ctx, { ...album, fileIds: [second] });
  await expect(putBackInAlbum(ctx, { ...album, runs })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await order()).toEqual(fileIds.slice(2));
});

it("loses and doubles no file when several people arrange, add and take at once", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 256),
      fc.array(fc.tuple(fc.subarray(fileIds, { minLength: 1 }), fc.option(id, { nil: null })), {
        minLength: 2,
        maxLength: 4,
      }),
      async (step, moves) => {
        const [added = "", taken = "", ...staying] = fileIds;
        await fill([taken, ...staying], step);
        const outcomes = await Promise.allSettled([
          ...moves.map(([run, before]) => arrangeAlbum(ctx, { ...album, fileIds: run, before })),
          addToAlbum(ctx, { ...album, fileIds: [added], before: staying[0] ?? null }),
          takeFromAlbum(ctx, { ...album, fileIds: [taken] }),
        ]);
        for (const outcome of outcomes) {
          if (outcome.status === "rejected")
            expect(["NOT_FOUND", "INVALID"]).toContain((outcome.reason as { code?: string }).code);
        }
        expect((await order()).toSorted()).toEqual([added, ...staying].toSorted());
        const rows = await prisma.albumFile.findMany({ where: { albumId } });
        expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
      },
    ),
    { numRuns: 15 },
  );
});
