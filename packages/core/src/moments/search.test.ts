import { randomUUID } from "node:crypto";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { trashItems } from "../trash/index.ts";
import { findMoments, searchMoments } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** A library with a film, and the way to make moments of it. */
async function home() {
  const { ctx: asker, libraryId, userId } = await addPerson(instance);
  const ctx = await enterLibrary(asker, libraryId, "see its files");
  const facts = { kind: "video", mimeType: "video/mp4", sizeBytes: 1n, durationMs: 60_000 } as const;
  const addFilm = async (name: string) =>
    (await prisma.file.create({ data: { ...facts, name, libraryId, uploadedById: userId } })).id;
  const fileId = await addFilm("Birthday party.mp4");
  const add = async (
    name: string,
    over: Partial<Parameters<typeof prisma.moment.create>[0]["data"]> = {},
  ) => {
    const data = { libraryId, fileId, name, startMs: 0, endMs: 1_000, ...over };
    return (await prisma.moment.create({ data: data as Parameters<typeof prisma.moment.create>[0]["data"] }))
      .id;
  };
  const namesOf = async (input: Partial<Parameters<typeof searchMoments>[1]>) => {
    const { moments } = await searchMoments(ctx, { libraryId, ...input });
    return moments.map(({ name }) => name);
  };
  return { ctx, libraryId, fileId, userId, addFilm, add, namesOf };
}

describe("a search for moments", () => {
  it("finds those that hold every word in name, description or the name of their file", async () => {
    const { add, addFilm, namesOf } = await home();
    await add("The cake");
    await add("Candles", { description: "Before the CAKE is cut" });
    await add("Cake", { fileId: await addFilm("Wedding.mov") });
    expect(await namesOf({ text: "cake" })).toEqual(["Cake", "Candles", "The cake"]);
    expect(await namesOf({ text: "birthday cake" })).toEqual(["Candles", "The cake"]);
    expect(await namesOf({ text: "wedding CAKE" })).toEqual(["Cake"]);
    expect(await namesOf({ text: "  " })).toHaveLength(3);
  });

  it.each(["%", "_", "\\", "100% _sure\\"])("takes %j as it is written", async (name) => {
    const { add, namesOf } = await home();
    await add("Plain");
    await add(name);
    expect(await namesOf({ text: name })).toEqual([name]);
  });

  it("leaves out what is deleted, in the trash, or of another library", async () => {
    const { ctx, libraryId, addFilm, add, namesOf } = await home();
    const binned = await addFilm("binned.mp4");
    await add("Deleted", { removedAt: new Date() });
    const inTrash = await add("In the trash", { fileId: binned });
    await trashItems(ctx, { libraryId, fileIds: [binned] });
    const other = await home();
    const foreign = await other.add("Elsewhere");
    const kept = await add("Kept");
    expect(await namesOf({})).toEqual(["Kept"]);
    const found = await findMoments(ctx, { libraryId, momentIds: [inTrash, foreign, kept, randomUUID()] });
    expect(found.map(({ momentId }) => momentId)).toEqual([kept]);
  });

  it("finds those with a tag", async () => {
    const { libraryId, add, namesOf } = await home();
    const { id: tagId } = await prisma.tag.create({ data: { libraryId, name: "funny", color: 0 } });
    await prisma.momentTag.create({ data: { momentId: await add("Tagged"), tagId } });
    await add("Plain");
    expect(await namesOf({ tagId })).toEqual(["Tagged"]);
  });

  it("gives every moment once, page after page, also those of one instant", async () => {
    const { ctx, libraryId, add } = await home();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async (seconds, limit) => {
          await prisma.moment.deleteMany({ where: { libraryId } });
          for (const [at, second] of seconds.entries())
            await add(`${at}`, { createdAt: new Date(2026, 0, 1, 0, 0, second) });
          const seen: { name: string }[] = [];
          let cursor: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof searchMoments>> = await searchMoments(ctx, {
              libraryId,
              cursor,
              limit,
            });
            seen.push(...page.moments);
            cursor = page.nextCursor;
          } while (cursor !== null);
          const times = seen.map(({ name }) => seconds[Number(name)] ?? -1);
          expect(times).toEqual([...seconds].sort((a, b) => b - a));
          expect(new Set(seen.map(({ name }) => name)).size).toBe(seconds.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("refuses a made-up cursor", async () => {
    const { ctx, libraryId } = await home();
    await expect(searchMoments(ctx, { libraryId, cursor: "nonsense" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
