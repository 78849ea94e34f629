import { createHash } from "node:crypto";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { createFolder } from "../folders/index.ts";
import { knownFiles, knownSizes } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

const hashOf = (text: string) => createHash("sha256").update(text).digest();
const hexOf = (text: string) => hashOf(text).toString("hex");
const inside = ({ ctx, libraryId }: TestPerson) => enterLibrary(ctx, libraryId, "upload files");

async function addFile({ libraryId }: TestPerson, text: string, more: object = {}): Promise<string> {
  const { id } = await prisma.file.create({
    data: {
      libraryId,
      name: `${text}.jpg`,
      kind: "photo",
      mimeType: "image/jpeg",
      sizeBytes: BigInt(text.length),
      sha256: new Uint8Array(hashOf(text)),
      ...more,
    },
  });
  return id;
}

async function ask(person: TestPerson, ...texts: string[]) {
  const asked = texts.map((text) => ({ sha256: hexOf(text), sizeBytes: text.length }));
  const { libraryId } = person;
  return (await knownFiles(await inside(person), { libraryId, files: asked })).files;
}

describe("files that are there already", () => {
  it("are named with their folder, wherever in the library they are", async () => {
    const ada = await addPerson(instance);
    const ctx = await inside(ada);
    const { folderId } = await createFolder(ctx, { libraryId: ada.libraryId, parentId: null, name: "Trip" });
    const top = await addFile(ada, "at the top");
    const below = await addFile(ada, "below", { folderId });
    const found = await ask(ada, "at the top", "below", "never sent");
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({
      sha256: hexOf("at the top"),
      sizeBytes: 10,
      fileId: top,
      name: "at the top.jpg",
      folder: null,
    });
    expect(found).toContainEqual({
      sha256: hexOf("below"),
      sizeBytes: 5,
      fileId: below,
      name: "below.jpg",
      folder: { folderId, name: "Trip" },
    });
  });

  it("are nothing of the trash, of a folder in it, or of another library", async () => {
    const ada = await addPerson(instance);
    const eve = await addPerson(instance, "Eve");
    const trashedAt = new Date();
    const folder = await prisma.folder.create({ data: { libraryId: ada.libraryId, name: "Old", trashedAt } });
    await addFile(ada, "thrown away", { trashedAt });
    await addFile(ada, "in a thrown folder", { folderId: folder.id });
    await addFile(eve, "of somebody else");
    expect(await ask(ada, "thrown away", "in a thrown folder", "of somebody else")).toEqual([]);
    expect(
      await knownSizes(await inside(ada), {
        libraryId: ada.libraryId,
        sizes: ["thrown away".length, "of somebody else".length],
      }),
    ).toEqual({ sizes: [] });
  });

  it("are not those of another size, nor those that were not hashed yet", async () => {
    const ada = await addPerson(instance);
    const { libraryId } = ada;
    await addFile(ada, "hashed");
    await addFile(ada, "not hashed", { sha256: null });
    const files = [{ sha256: hexOf("hashed"), sizeBytes: 7 }];
    expect(await knownFiles(await inside(ada), { libraryId, files })).toEqual({ files: [] });
    expect(await knownSizes(await inside(ada), { libraryId, sizes: [6, 10, 6, 7] })).toEqual({ sizes: [6] });
  });

  it("name the oldest of several, and of a companion the file it accompanies", async () => {
    const ada = await addPerson(instance);
    await addFile(ada, "twice", { name: "later.jpg" });
    const older = await addFile(ada, "twice", { name: "first.jpg", createdAt: new Date(0) });
    const still = await addFile(ada, "still");
    await addFile(ada, "clip", { companionOfId: still });
    const [clip, twice] = (await ask(ada, "twice", "clip")).toSorted((a, b) => a.name.localeCompare(b.name));
    expect(twice).toMatchObject({ fileId: older, name: "first.jpg" });
    expect(clip).toMatchObject({ fileId: still, name: "clip.jpg" });
  });

  it.each([
    ["capitals", "A".repeat(64)],
    ["too short", "a"],
    ["something else", "' OR 1=1 --"],
  ])("are not looked for by %s", async (_name, sha256) => {
    const ada = await addPerson(instance);
    const files = [{ sha256, sizeBytes: 1 }];
    await expect(knownFiles(await inside(ada), { libraryId: ada.libraryId, files })).rejects.toThrow(
      "64 digits",
    );
  });
});
