import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { createFolder } from "../folders/index.ts";
import { listTrash, restoreItems, trashItems } from "../trash/index.ts";
import { undoAct } from "../undos/index.ts";
import { type Act, moveItems, renameFile, renameFolder } from "./index.ts";
import { createTreeModel, type Deed } from "./tree-model-fixture.ts";

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

/** A library of three admins, its present rows, every act on it as the product does it, and what came of each. */
async function startLibrary() {
  const owner = await addPerson(instance);
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: owner.userId },
  });
  const contexts: LibraryContext[] = [await enterLibrary(owner.ctx, libraryId, "move and rename files")];
  const userIds = [owner.userId];
  while (contexts.length < people) {
    const { userId, ctx } = await addPerson(instance);
    await prisma.libraryMember.create({ data: { libraryId, userId, role: "admin" } });
    contexts.push(await enterLibrary(ctx, libraryId, "move and rename files"));
    userIds.push(userId);
  }
  const facts = { libraryId, kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;
  const files = Array.from({ length: 20 }, (_, at) => ({ ...facts, name: `${at}.jpg` }));
  const made = await prisma.file.createManyAndReturn({ data: files, select: { id: true, name: true } });
  const undoIds: string[][] = contexts.map(() => []);
  const deeds: Deed[][] = contexts.map(() => []);

  const rows = async () => ({
    folders: (await prisma.folder.findMany({ where: { libraryId }, orderBy: { id: "asc" } })) as FolderRow[],
    files: await prisma.file.findMany({ where: { libraryId }, orderBy: { id: "asc" } }),
  });

  async function perform({ does, person, some, place, name }: TriedAct): Promise<void> {
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
    const fileId = pick(files, first)?.id ?? libraryId;
    const ids = [...items.folderIds, ...items.fileIds];
    const undoable = ({ undoId }: Act) => {
      if (undoId === null) throw new Error("an act of a person can be undone");
      undoIds[person]?.push(undoId);
      return { undoId };
    };
    const act = async (): Promise<Deed> => {
      switch (does) {
        case "create": {
          const { folderId: id } = await createFolder(ctx, { libraryId, parentId: placeId, name });
          return { does, id, placeId, name };
        }
        case "rename folder": {
          const done = undoable(await renameFolder(ctx, { libraryId, folderId, name }));
          return { does: "rename", id: folderId, name, ...done };
        }
        case "rename file": {
          const done = undoable(await renameFile(ctx, { libraryId, fileId, name }));
          return { does: "rename", id: fileId, name, ...done };
        }
        case "move": {
          const done = undoable(await moveItems(ctx, { ...items, toFolderId: placeId }));
          return { does, ids, placeId, ...done };
        }
        case "trash":
          return { does, ids, ...undoable(await trashItems(ctx, items)) };
        case "restore":
          return { does, ids, ...undoable(await restoreItems(ctx, items)) };
        case "undo": {
          const undoId = undoIds[person]?.pop() ?? libraryId;
          await undoAct(ctx, { libraryId, undoId });
          return { does, undoId };
        }
      }
    };
    try {
      deeds[person]?.push(await act());
    } catch (error) {
      // A refusal says what to do; anything else is a fault.
      if (error instanceof DomainError || (error instanceof Error && error.name === "ZodError")) return;
      throw error;
    }
  }
  /**
   * Everything that was done, in the order in which the database did it. The acts of a tree exclude each other, and a transaction
   * gets its number with its first write, after it has the tree: so the numbers of those that wrote of their acts tell the order.
   */
  async function inOrder(): Promise<Deed[]> {
    const written = await prisma.$queryRaw<{ userId: string }[]>`
      SELECT user_id AS "userId" FROM activity WHERE library_id = ${libraryId}::uuid ORDER BY xmin::text::bigint`;
    const left = new Map(userIds.map((userId, person) => [userId, [...(deeds[person] ?? [])]]));
    const told = written.map(({ userId }) => {
      const deed = left.get(userId)?.shift();
      if (!deed) throw new Error("more is told of somebody than they have done");
      return deed;
    });
    expect([...left.values()].flat()).toEqual([]);
    return told;
  }
  return { libraryId, ctx: contexts[0], made, rows, perform, inOrder };
}

/**
 * What was done in one order, by a model in memory, comes to what the database holds: nobody's act was lost, halved or mixed with
 * another's. @returns how much was done
 */
async function expectAsInModel({
  made,
  rows,
  inOrder,
}: Awaited<ReturnType<typeof startLibrary>>): Promise<number> {
  const { folders, files } = await rows();
  const model = createTreeModel(made);
  const deeds = await inOrder();
  for (const deed of deeds) model.perform(deed);
  const stands = (placeId: string | null, row: FolderRow | (typeof files)[number]) => ({
    placeId,
    name: row.name,
    isTrashed: row.trashedAt !== null,
    trashedWithId: row.trashedWithId,
  });
  const now = [
    ...folders.map((row) => [row.id, { of: "folder", ...stands(row.parentId, row) }] as const),
    ...files.map((row) => [row.id, { of: "file", ...stands(row.folderId, row) }] as const),
  ];
  expect(Object.fromEntries(now)).toEqual(Object.fromEntries(model.items));
  return deeds.length;
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
        let doneHere = 0;
        for (const batch of lives) {
          // Each of the three does one thing after another, beside the others.
          const queues = Array.from({ length: people }, (_, person) =>
            batch.filter((act) => act.person === person),
          );
          await Promise.all(
            queues.map(async (acts) => {
              for (const act of acts) await library.perform(act);
            }),
          );
          await expectWhole(library);
          doneHere = await expectAsInModel(library);
        }
        done += doneHere;
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
  // Many of the acts meet what another has changed; some hundred that are done are what is tried here.
  expect(done).toBeGreaterThan(100);
});
