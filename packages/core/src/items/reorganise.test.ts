import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { createFolder } from "../folders/index.ts";
import { listTrash, restoreItems, trashItems } from "../trash/index.ts";
import { undoAct } from "../undos/index.ts";
import { moveItems, renameFile, renameFolder } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

const verbs = ["create", "rename folder", "rename file", "move", "trash", "restore", "undo"] as const;
const people = 3;
const batches = 8;
const actsInBatch = 42;

/** Something that one of the people tries; the numbers choose among what there is at that moment. */
const anAct = fc.record({
  does: fc.constantFrom(...verbs),
  person: fc.nat(people - 1),
  some: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 3 }),
  place: fc.nat(1_000),
  name: fc.constantFrom("a", "A", "b", "B", "c", "Ä"),
});
type TriedAct = typeof anAct extends fc.Arbitrary<infer Value> ? Value : never;

interface FolderRow {
  id: string;
  parentId: string | null;
  name: string;
  trashedAt: Date | null;
  trashedWithId: string | null;
}

/** A library of three admins, its present rows, and every act on it as the product does it. */
async function startLibrary() {
  const owner = await addPerson(instance);
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: owner.userId },
  });
  const contexts: LibraryContext[] = [await enterLibrary(owner.ctx, libraryId, "move and rename files")];
  while (contexts.length < people) {
    const { userId, ctx } = await addPerson(instance);
    await prisma.libraryMember.create({ data: { libraryId, userId, role: "admin" } });
    contexts.push(await enterLibrary(ctx, libraryId, "move and rename files"));
  }
  const facts = { libraryId, kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
  const files = Array.from({ length: 20 }, (_, at) => ({ ...facts, name: `${at}.jpg` }));
  await prisma.file.createMany({ data: files });
  const undoIds: string[][] = contexts.map(() => []);

  const rows = async () => ({
    folders: (await prisma.folder.findMany({ where: { libraryId }, orderBy: { id: "asc" } })) as FolderRow[],
    files: await prisma.file.findMany({ where: { libraryId }, orderBy: { id: "asc" } }),
  });

  async function perform({ does, person, some, place, name }: TriedAct): Promise<boolean> {
    const ctx = contexts[person];
    if (!ctx) throw new Error("there is nobody of that number");
    const { folders, files } = await rows();
    const pick = <Row>(of: readonly Row[], number: number) => of[number % Math.max(of.length, 1)];
    // Two of three places are folders, and sometimes one that is not there any more.
    const placeId = place % 3 === 0 ? null : (pick(folders, place)?.id ?? null);
    const inTrash = does === "restore";
    const byItself = (row: { trashedAt: Date | null; trashedWithId: string | null }) =>
      (row.trashedAt !== null) === inTrash && row.trashedWithId === null;
    const chosen = (
      of: readonly { id: string; trashedAt: Date | null; trashedWithId: string | null }[],
      from: number[],
    ) => [...new Set(from.flatMap((number) => pick(of.filter(byItself), number)?.id ?? []))];
    const items = {
      libraryId,
      fileIds: chosen(files, some.slice(1)),
      folderIds: chosen(folders, some.slice(0, 1)),
    };
    const [first = 0] = some;
    const folderId = pick(folders, first)?.id ?? libraryId;
    const keep = ({ undoId }: { undoId: string | null }) => undoId && undoIds[person]?.push(undoId);
    try {
      if (does === "create") await createFolder(ctx, { libraryId, parentId: placeId, name });
      if (does === "rename folder") keep(await renameFolder(ctx, { libraryId, folderId, name }));
      if (does === "rename file")
        keep(await renameFile(ctx, { libraryId, fileId: pick(files, first)?.id ?? libraryId, name }));
      if (does === "move") keep(await moveItems(ctx, { ...items, toFolderId: placeId }));
      if (does === "trash") keep(await trashItems(ctx, items));
      if (does === "restore") keep(await restoreItems(ctx, items));
      if (does === "undo") await undoAct(ctx, { libraryId, undoId: undoIds[person]?.pop() ?? libraryId });
      return true;
    } catch (error) {
      // A refusal says what to do; anything else is a fault.
      if (error instanceof DomainError || (error instanceof Error && error.name === "ZodError")) return false;
      throw error;
    }
  }
  return { libraryId, ctx: contexts[0], rows, perform };
}

/** What holds of every tree, whoever did what to it. */
async function expectWhole({
  libraryId,
  ctx,
  rows,
}: Awaited<ReturnType<typeof startLibrary>>): Promise<void> {
  const { folders, files } = await rows();
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const folderOf = (id: string | null) => (id === null ? undefined : byId.get(id));
  for (const folder of folders) {
    const way = new Set<string>();
    for (let at: FolderRow | undefined = folder; at; at = folderOf(at.parentId)) {
      if (way.has(at.id)) throw new Error(`the folder ${at.name} stands in itself`);
      way.add(at.id);
    }
  }
  // What is not in the trash stands in what is not: it is reached from the top.
  for (const folder of folders.filter(({ trashedAt }) => trashedAt === null)) {
    expect(folderOf(folder.parentId)?.trashedAt ?? null).toBeNull();
    expect(folder.trashedWithId).toBeNull();
  }
  expect(files).toHaveLength(20);
  for (const file of files.filter(({ trashedAt }) => trashedAt === null)) {
    expect(folderOf(file.folderId)?.trashedAt ?? null).toBeNull();
    expect(file.trashedWithId).toBeNull();
  }
  // What went along has a way back: what took it is in the trash by itself.
  for (const { trashedAt, trashedWithId } of [...folders, ...files].filter(
    (row) => row.trashedWithId !== null,
  )) {
    expect(folderOf(trashedWithId)).toMatchObject({ trashedAt, trashedWithId: null });
  }
  const namesOf = folders
    .filter(({ trashedAt }) => trashedAt === null)
    .map(({ parentId, name }) => `${parentId}/${name.toLowerCase()}`);
  expect(new Set(namesOf).size).toBe(namesOf.length);
  // The trash shows exactly what is there by itself, and counts the rest below it.
  if (!ctx) throw new Error("nobody is there to look");
  const { items } = await listTrash(ctx, { libraryId, limit: 500 });
  const inTrash = { folders: 0, files: 0 };
  for (const item of items) {
    inTrash.folders += item.of === "folder" ? 1 + item.folderCount : 0;
    inTrash.files += item.of === "folder" ? item.fileCount : 1;
  }
  expect(inTrash).toEqual({
    folders: folders.filter(({ trashedAt }) => trashedAt !== null).length,
    files: files.filter(({ trashedAt }) => trashedAt !== null).length,
  });
}

it("keeps the tree whole while three people reorganise it, a thousand acts in all", {
  timeout: 600_000,
}, async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: actsInBatch, maxLength: actsInBatch }), {
        minLength: batches,
        maxLength: batches,
      }),
      async (lives) => {
        const library = await startLibrary();
        for (const batch of lives) {
          // Each of the three does one thing after another, beside the others.
          const queues = Array.from({ length: people }, (_, person) =>
            batch.filter((act) => act.person === person),
          );
          await Promise.all(
            queues.map(async (acts) => {
              for (const act of acts) done += Number(await library.perform(act));
            }),
          );
          await expectWhole(library);
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
  // Many of the acts meet what another has changed; some hundred that are done are what is tried here.
  expect(done).toBeGreaterThan(100);
});
