import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { momentClipKey, momentPosterKey } from "@alcoves/storage";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { createTag, mergeTags, removeTag } from "../tags/index.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import { exportMoments, listMoments, openClip, saveClip, saveMoments, sweepMoments } from "./index.ts";
import type { MomentChange, SaveOutcome } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { database, storage } = instance.services;
const { prisma } = database;

/** A library with its owner, a contributor, a viewer, and a film of the owner's. */
async function home({ durationMs = 60_000 }: { durationMs?: number | null } = {}) {
  const [ada, cleo, vera] = [
    await addPerson(instance),
    await addPerson(instance, "Cleo"),
    await addPerson(instance, "Vera"),
  ];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  const join = (userId: string, role: "contributor" | "viewer") =>
    prisma.libraryMember.create({ data: { libraryId, userId, role } });
  await join(cleo.userId, "contributor");
  await join(vera.userId, "viewer");
  const fileId = await addFilm({ libraryId, userId: ada.userId, durationMs });
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "see its files");
  const [ctx, asCleo, asVera] = [await enter(ada), await enter(cleo), await enter(vera)];
  return { ada, cleo, libraryId, fileId, ctx, asCleo, asVera };
}

async function addFilm({
  libraryId,
  userId,
  durationMs = 60_000,
}: {
  libraryId: string;
  userId: string;
  durationMs?: number | null;
}) {
  const facts = { kind: "video", mimeType: "video/mp4", sizeBytes: 1n, name: "party.mp4" } as const;
  const { id } = await prisma.file.create({
    data: { ...facts, libraryId, uploadedById: userId, durationMs },
  });
  return id;
}

const facts = (over: Partial<NonNullable<MomentChange["facts"]>> = {}) => ({
  name: "Cake",
  description: "",
  startMs: 1_000,
  endMs: 2_000,
  tagIds: [] as string[],
  ...over,
});

type At = { libraryId: string; fileId: string };

async function save(ctx: LibraryContext, at: At, changes: MomentChange[]) {
  const saved = await saveMoments(ctx, { libraryId: at.libraryId, fileId: at.fileId, changes });
  if (saved.outcome !== "saved") throw new Error(`A conflict: ${JSON.stringify(saved.conflicts)}`);
  return saved;
}

function conflictsOf(saved: SaveOutcome) {
  if (saved.outcome !== "conflict") throw new Error("It was saved.");
  return saved.conflicts;
}

async function made(ctx: LibraryContext, at: At, over: Parameters<typeof facts>[0] = {}) {
  const momentId = randomUUID();
  await save(ctx, at, [{ momentId, seen: null, facts: facts(over) }]);
  return momentId;
}

async function scratchFile(text: string) {
  const path = `${instance.services.scratch.path}/${randomUUID()}`;
  await writeFile(path, text);
  return path;
}

/** As if its clip of that version had been cut. */
async function finish(momentId: string) {
  const { exportVersion } = await prisma.moment.findUniqueOrThrow({ where: { id: momentId } });
  await prisma.moment.update({
    where: { id: momentId },
    data: { exportStatus: "ready", exportDoneVersion: exportVersion },
  });
}

describe("saving moments", () => {
  it("keeps a batch of new, changed and deleted ones, in the order of their times", async () => {
    const { ctx, ...at } = await home();
    const { libraryId } = at;
    const { tagId } = await createTag(ctx, { libraryId, name: "family" });
    const [first, second, third] = [
      await made(ctx, at, { startMs: 5_000, endMs: 6_000 }),
      await made(ctx, at, { name: "Speech" }),
      randomUUID(),
    ];
    const { moments, removed } = await save(ctx, at, [
      { momentId: first, seen: 1, facts: null },
      { momentId: second, seen: 1, facts: facts({ name: "The speech", tagIds: [tagId] }) },
      { momentId: third, seen: null, facts: facts({ startMs: 0, endMs: 500, description: "Hats\nfly." }) },
    ]);
    expect(removed).toEqual([{ momentId: first, revision: 2 }]);
    expect(await listMoments(ctx, at)).toEqual(moments);
    expect(moments).toMatchObject([
      { momentId: third, revision: 1, description: "Hats\nfly.", tags: [], mayChange: true },
      { momentId: second, revision: 2, name: "The speech", tags: [{ tagId, name: "family" }] },
    ]);
    const entry = await prisma.activity.findFirst({
      where: { libraryId, kind: "moments.saved" },
      orderBy: { id: "desc" },
    });
    expect(entry?.subject).toMatchObject({ name: "party.mp4", added: 1, changed: 1, removed: 1 });
    const told = await prisma.event.findMany({ where: { libraryId, kind: "moments.changed" } });
    expect(told.map(({ fileId }) => fileId)).toEqual([at.fileId, at.fileId, at.fileId]);
  });

  it("tells what somebody else changed meanwhile, and saves nothing of it", async () => {
    const { ctx, asCleo, ...at } = await home();
    const momentId = await made(asCleo, at);
    await save(ctx, at, [{ momentId, seen: 1, facts: facts({ name: "Cake!" }) }]);
    const another = { momentId: randomUUID(), seen: null, facts: facts() };
    const late = { momentId, seen: 1, facts: facts({ endMs: 3_000 }) };
    const conflicts = conflictsOf(await saveMoments(asCleo, { ...at, changes: [late, another] }));
    expect(conflicts).toMatchObject([
      { momentId, changedBy: "Ada", now: { name: "Cake!", revision: 2, endMs: 2_000 } },
    ]);
    expect(await listMoments(ctx, at)).toHaveLength(1);
    await save(asCleo, at, [{ ...late, seen: 2 }, another]);
    expect(await listMoments(ctx, at)).toHaveLength(2);
  });

  it("tells of one that was deleted meanwhile, and brings it back when that is wanted", async () => {
    const { ctx, asCleo, ...at } = await home();
    const momentId = await made(asCleo, at);
    await save(ctx, at, [{ momentId, seen: 1, facts: null }]);
    const change = { momentId, seen: 1, facts: facts({ name: "Cake again" }) };
    const [conflict] = conflictsOf(await saveMoments(asCleo, { ...at, changes: [change] }));
    expect(conflict).toEqual({ momentId, revision: 2, now: null, changedBy: "Ada" });
    await save(asCleo, at, [{ ...change, seen: 2 }]);
    expect(await listMoments(ctx, at)).toMatchObject([{ momentId, name: "Cake again", revision: 3 }]);
  });

  it("takes a save again whose answer was lost", async () => {
    const { ctx, ...at } = await home();
    const momentId = randomUUID();
    const change = { momentId, seen: null, facts: facts() };
    const first = await save(ctx, at, [change]);
    expect(await save(ctx, at, [change])).toEqual(first);
    const gone = { momentId, seen: 1, facts: null };
    const removed = await save(ctx, at, [gone]);
    expect(await save(ctx, at, [gone])).toEqual(removed);
    expect(await prisma.activity.count({ where: { libraryId: at.libraryId, kind: "moments.saved" } })).toBe(
      2,
    );
  });

  it("lets one of many who save at once through, and tells the others", async () => {
    const { ctx, ...at } = await home();
    const momentId = await made(ctx, at);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        saveMoments(ctx, { ...at, changes: [{ momentId, seen: 1, facts: facts({ name: `${turn}` }) }] }),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === "saved")).toHaveLength(1);
    expect(await listMoments(ctx, at)).toMatchObject([{ revision: 2 }]);
  });

  it("lets contributors change what they made and what is in their files, and nothing else", async () => {
    const { ctx, asCleo, cleo, libraryId, fileId } = await home();
    const at = { libraryId, fileId };
    const [adas, cleos] = [await made(ctx, at), await made(asCleo, at, { name: "Hers" })];
    const rename = (momentId: string) => [{ momentId, seen: 1, facts: facts({ name: "x" }) }];
    await save(asCleo, at, rename(cleos));
    const refused = saveMoments(asCleo, { ...at, changes: rename(adas) });
    await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ofCleo = { libraryId, fileId: await addFilm({ libraryId, userId: cleo.userId }) };
    await save(asCleo, ofCleo, rename(await made(ctx, ofCleo)));
    const may = new Map((await listMoments(asCleo, at)).map((each) => [each.momentId, each.mayChange]));
    expect([may.get(adas), may.get(cleos)]).toEqual([false, true]);
  });

  it.each([
    ["that ends after the film", facts({ endMs: 60_001 }), "ends after the file"],
    ["shorter than a tenth of a second", facts({ endMs: 1_099 }), "a tenth of a second"],
    ["that ends before it begins", facts({ endMs: 500 }), "a tenth of a second"],
    ["that begins before the film", facts({ startMs: -1 }), ">=0"],
    ["without a name", facts({ name: "  " }), "Name the moment"],
    ["with a tag of nowhere", facts({ tagIds: [randomUUID()] }), "tag does not exist"],
  ])("refuses a moment %s", async (_, wrong, words) => {
    const { ctx, ...at } = await home();
    const changes = [{ momentId: randomUUID(), seen: null, facts: wrong }];
    await expect(saveMoments(ctx, { ...at, changes })).rejects.toThrow(words);
  });

  it("refuses files that have none, and those of elsewhere or in the trash", async () => {
    const { ada, ctx, ...at } = await home();
    const changes = [{ momentId: randomUUID(), seen: null, facts: facts() }];
    const photo = await prisma.file.create({
      data: { libraryId: at.libraryId, name: "a", kind: "photo", mimeType: "image/png", sizeBytes: 1n },
    });
    await expect(saveMoments(ctx, { ...at, fileId: photo.id, changes })).rejects.toThrow("Only videos");
    const foreign = await home();
    await expect(saveMoments(ctx, { ...at, fileId: foreign.fileId, changes })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const taken = await made(foreign.ctx, foreign);
    const stolen = [{ momentId: taken, seen: 1, facts: facts() }];
    await expect(saveMoments(ctx, { ...at, changes: stolen })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await trashItems(ctx, { libraryId: at.libraryId, fileIds: [at.fileId], folderIds: [] });
    await expect(saveMoments(ctx, { ...at, changes })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(ada.userId).not.toBe(foreign.ada.userId);
  });
});

describe("a moment", () => {
  it("goes through the trash with its file, and is gone with it", async () => {
    const { ctx, ...at } = await home();
    const { libraryId, fileId } = at;
    const momentId = await made(ctx, at);
    await exportMoments(ctx, { libraryId, momentIds: [momentId] });
    await finish(momentId);
    await trashItems(ctx, { libraryId, fileIds: [fileId], folderIds: [] });
    await expect(listMoments(ctx, at)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openClip(ctx, momentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreItems(ctx, { libraryId, fileIds: [fileId], folderIds: [] });
    expect(await listMoments(ctx, at)).toHaveLength(1);
    await trashItems(ctx, { libraryId, fileIds: [fileId], folderIds: [] });
    await emptyTrash(ctx);
    await prisma.file.deleteMany({ where: { id: fileId } });
    expect(await prisma.moment.count({ where: { id: momentId } })).toBe(0);
  });

  it("keeps its tags through renames and merges, and loses those that are deleted", async () => {
    const { ctx, ...at } = await home();
    const { libraryId } = at;
    const [a, b, c] = await Promise.all(
      ["a", "b", "c"].map((name) => createTag(ctx, { libraryId, name }).then(({ tagId }) => tagId)),
    );
    const tagIds = [a, b, c].filter((id) => id !== undefined);
    await made(ctx, at, { tagIds });
    await mergeTags(ctx, { libraryId, tagId: a ?? "", intoTagId: b ?? "" });
    await removeTag(ctx, { libraryId, tagId: c ?? "" });
    const [moment] = await listMoments(ctx, at);
    expect(moment?.tags.map(({ name }) => name)).toEqual(["b"]);
  });

  it("is removed for good with its clips once it was deleted for as long as files stay in the trash", async () => {
    const { ctx, ...at } = await home();
    const momentId = await made(ctx, at);
    const key = momentClipKey({ ...at, momentId, version: 1 });
    await storage.write(key, Buffer.from("clip"));
    await save(ctx, at, [{ momentId, seen: 1, facts: null }]);
    await sweepMoments(ctx);
    expect(await prisma.moment.count({ where: { id: momentId } })).toBe(1);
    await prisma.moment.update({ where: { id: momentId }, data: { removedAt: new Date(0) } });
    expect(await sweepMoments(ctx)).toBeGreaterThan(0);
    expect(await prisma.moment.count({ where: { id: momentId } })).toBe(0);
    expect(await storage.stat(key)).toBeNull();
  });
});

describe("the clip of a moment", () => {
  it("is asked for once, by whoever may see the file, and again when it failed", async () => {
    const { ctx, asVera, ...at } = await home();
    const momentId = await made(ctx, at);
    const asked = { libraryId: at.libraryId, momentIds: [momentId, momentId] };
    const both = await Promise.all([exportMoments(asVera, asked), exportMoments(ctx, asked)]);
    expect(both.flat().map((moment) => moment.export.status)).toEqual(["queued", "queued"]);
    const row = () => prisma.moment.findUniqueOrThrow({ where: { id: momentId } });
    expect(await row()).toMatchObject({ exportVersion: 1 });
    await prisma.moment.update({ where: { id: momentId }, data: { exportStatus: "failed" } });
    await exportMoments(asVera, asked);
    expect(await row()).toMatchObject({ exportVersion: 2, exportStatus: "queued" });
  });

  it("is made anew when its moment begins or ends elsewhere, and served as it was until then", async () => {
    const { ctx, ...at } = await home();
    const momentId = await made(ctx, at);
    const { libraryId } = at;
    await exportMoments(ctx, { libraryId, momentIds: [momentId] });
    await finish(momentId);
    const versionOf = async () =>
      (await prisma.moment.findUniqueOrThrow({ where: { id: momentId } })).exportVersion;
    await save(ctx, at, [{ momentId, seen: 1, facts: facts({ name: "Named anew" }) }]);
    expect(await versionOf()).toBe(1);
    const { moments } = await save(ctx, at, [
      { momentId, seen: 2, facts: facts({ name: "Named anew", startMs: 900 }) },
    ]);
    expect(await versionOf()).toBe(2);
    expect(moments).toMatchObject([
      { export: { status: "queued" }, clipUrl: `/api/moments/${momentId}/clip?v=1` },
    ]);
    expect((await openClip(ctx, momentId)).key).toBe(momentClipKey({ ...at, momentId, version: 1 }));
  });

  it("is not made for one that nobody wanted a clip of", async () => {
    const { ctx, ...at } = await home();
    const momentId = await made(ctx, at);
    await save(ctx, at, [{ momentId, seen: 1, facts: facts({ startMs: 900 }) }]);
    expect(await listMoments(ctx, at)).toMatchObject([{ export: { status: "not_needed" }, clipUrl: null }]);
    await expect(openClip(ctx, momentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stays beside the one before it, for those who watch that, and no longer", async () => {
    const { ctx, ...at } = await home();
    const momentId = await made(ctx, at);
    for (const version of [1, 2, 3]) {
      const [localPath, posterPath] = [await scratchFile(`clip ${version}`), await scratchFile("still")];
      const moment = { ...at, momentId, startMs: 0, endMs: 1, exportDoneVersion: version - 1 };
      await saveClip(ctx, moment, { version, localPath, posterPath });
    }
    for (const keyOf of [momentClipKey, momentPosterKey]) {
      const isThere = async (version: number) =>
        (await storage.stat(keyOf({ ...at, momentId, version }))) !== null;
      expect([await isThere(1), await isThere(2), await isThere(3)]).toEqual([false, true, true]);
    }
  });
});
