import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { searchNames } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** Files of these names, at the top of somebody's own library. */
async function addFiles({ libraryId }: { libraryId: string }, names: readonly string[], more: object = {}) {
  await prisma.file.createMany({
    data: names.map((name) => ({
      ...{ kind: "photo" as const, mimeType: "image/jpeg", sizeBytes: 1n, libraryId, name },
      ...more,
    })),
  });
}

async function namesFor(person: TestPerson, text: string, libraryId: string | null = null) {
  const { found } = await searchNames(person.ctx, { text, libraryId, limit: 100 });
  return found.map(({ name }) => name);
}

describe("searchNames", () => {
  it("finds what begins with a text, then what holds it where a word begins, then inside of words", async () => {
    const ada = await addPerson(instance);
    await addFiles(ada, [
      "The art fair.jpg",
      "Party.mp4",
      "Artichoke.jpg",
      "art.png",
      "IMG_ART_2.jpg",
      "cart",
    ]);
    expect(await namesFor(ada, "ART")).toEqual([
      ...["art.png", "Artichoke.jpg"],
      ...["IMG_ART_2.jpg", "The art fair.jpg"],
      ...["cart", "Party.mp4"],
    ]);
  });

  it("finds names that hold all the words, in any order", async () => {
    const ada = await addPerson(instance);
    await addFiles(ada, ["beach with snow.jpg", "beach.jpg", "snow.jpg", "snowy beaches 2.jpg"]);
    expect(await namesFor(ada, "  snow   beach ")).toEqual(["beach with snow.jpg", "snowy beaches 2.jpg"]);
  });

  it.each([
    ["holdiay", "Our holiday in May.jpg"],
    ["snwo", "first snow.jpg"],
    ["kichen", "the kitchen.jpg"],
    ["birthdya", "Birthday.mp4"],
    ["moutain", "a mountain.jpg"],
    ["kichen beach", "beach kitchen 3.jpg"],
  ])("finds %s as %s", async (typed, name) => {
    const ada = await addPerson(instance);
    await addFiles(ada, [name, "something else.jpg"]);
    expect(await namesFor(ada, typed)).toEqual([name]);
    const { folderId } = await addFolder(ada, name);
    const [first] = (await searchNames(ada.ctx, { text: typed })).found;
    expect(first).toMatchObject({ type: "folder", folderId });
  });

  it("finds nearly the same date as no date", async () => {
    const ada = await addPerson(instance);
    await addFiles(ada, ["IMG_20240518.jpg"]);
    expect(await namesFor(ada, "20240581")).toEqual([]);
    expect(await namesFor(ada, "20240518")).toEqual(["IMG_20240518.jpg"]);
  });

  it("takes two characters as a beginning, and no fewer than two", async () => {
    const ada = await addPerson(instance);
    await addFiles(ada, ["ab.jpg", "xab.jpg", "海滩.jpg"]);
    expect(await namesFor(ada, "ab")).toEqual(["ab.jpg"]);
    expect(await namesFor(ada, "海滩")).toEqual(["海滩.jpg"]);
    await expect(searchNames(ada.ctx, { text: " a " })).rejects.toThrow("Type at least 2 characters.");
  });

  it("tells where a file lies, and puts folders of the same worth before files", async () => {
    const ada = await addPerson(instance);
    const { folderId } = await addFolder(ada, "Sylt");
    const inside = await addFolder(ada, "Sylt by night", folderId);
    await addFiles(ada, ["Sylt 1.jpg"], { folderId });
    const { found } = await searchNames(ada.ctx, { text: "sylt" });
    expect(found).toEqual([
      { type: "folder", folderId, libraryId: ada.libraryId, name: "Sylt", parentName: null },
      { type: "folder", ...inside, libraryId: ada.libraryId, name: "Sylt by night", parentName: "Sylt" },
      expect.objectContaining({
        type: "file",
        folderId,
        name: "Sylt 1.jpg",
        parentName: "Sylt",
        kind: "photo",
      }),
    ]);
    expect(found[2]).toHaveProperty("pictures.timeline");
  });

  it("sees neither the trash, nor companions, nor what is in libraries of others", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    await addFiles(ada, ["secret plan.jpg"]);
    const still = await prisma.file.findFirstOrThrow({ where: { libraryId: ada.libraryId } });
    await addFiles(ada, ["secret clip.mov"], { companionOfId: still.id });
    await addFiles(ada, ["secret old.jpg"], { trashedAt: new Date() });
    for (const text of ["se", "secret", "plan", "secert"]) {
      expect(await namesFor(ada, text), text).toEqual(["secret plan.jpg"]);
      expect(await namesFor(eve, text), text).toEqual([]);
    }
    await expect(namesFor(eve, "secret", ada.libraryId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("looks into every library that one owns or was let into, or into one of them", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const family = await prisma.library.create({
      data: { name: "Family", emoji: "🏡", ownerId: ada.userId },
    });
    await prisma.libraryMember.create({
      data: { libraryId: family.id, userId: eve.userId, role: "viewer" },
    });
    await addFiles({ libraryId: family.id }, ["ours together.jpg"]);
    await addFiles(ada, ["ours of Ada.jpg"]);
    await addFiles(eve, ["ours of Eve.jpg"]);
    expect(await namesFor(eve, "ours")).toEqual(["ours of Eve.jpg", "ours together.jpg"]);
    expect(await namesFor(eve, "ours", family.id)).toEqual(["ours together.jpg"]);
  });

  it("takes every sign as itself", async () => {
    const ada = await addPerson(instance);
    const sign = fc.constantFrom(..."%_\\[](){}^$.*+?|&!:<>'\"@#-/ éßÄ海😀ab1");
    const text = fc
      .string({ unit: sign, minLength: 3, maxLength: 12 })
      .map((typed) => typed.replace(/\s+/gu, " ").trim())
      .filter((typed) => [...typed].length >= 2);
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        await prisma.file.deleteMany({ where: { libraryId: ada.libraryId } });
        await addFiles(ada, [`${typed} end`, `begin ${typed} end`, "percent under score", "aabb"]);
        const names = await namesFor(ada, typed);
        expect(names[0]).toBe(`${typed} end`);
        expect(names).not.toContain("percent under score");
      }),
      { numRuns: 150 },
    );
  });

  it("pages through all that is found once, in one order, whatever the page's size", async () => {
    const ada = await addPerson(instance);
    const stems = ["lake", "lake 2", "the lake", "flake", "blakely", "laek", "other"];
    await addFiles(ada, [...stems, ...stems, ...stems]);
    await addFolder(ada, "lake");
    await addFolder(ada, "by the lake");
    const whole = (await searchNames(ada.ctx, { text: "lake", limit: 100 })).found;
    const guessed = (await searchNames(ada.ctx, { text: "lkae", limit: 100 })).found;
    expect(whole).toHaveLength(17);
    expect(guessed.length).toBeGreaterThanOrEqual(17);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(["lake", whole] as const, ["lkae", guessed] as const),
        async (limit, [text, expected]) => {
          const seen: unknown[] = [];
          let cursor: string | null = null;
          do {
            const page = await searchNames(ada.ctx, { text, limit, cursor });
            seen.push(...page.found);
            cursor = page.nextCursor;
          } while (cursor !== null);
          expect(seen).toEqual(expected);
        },
      ),
      { numRuns: 16 },
    );
  });

  it.each(["x", "9_00000000-0000-0000-0000-000000000000_", "0_1_x", "0;DROP TABLE files"])(
    "refuses the made-up cursor %s",
    async (cursor) => {
      const ada = await addPerson(instance);
      await expect(searchNames(ada.ctx, { text: "lake", cursor })).rejects.toMatchObject({ code: "INVALID" });
    },
  );
});

async function addFolder({ libraryId }: TestPerson, name: string, parentId: string | null = null) {
  const { id } = await prisma.folder.create({ data: { libraryId, name, parentId } });
  return { folderId: id };
}
