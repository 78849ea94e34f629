import { randomUUID } from "node:crypto";
import { createToken } from "@alcoves/core/accounts";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { removeMember } from "../members/index.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import { addComment, editComment, listComments, removeComment, resolveComment } from "./index.ts";
import { type AddComment, mostComments, spellMention } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** A library with its owner, an admin, two viewers, and a film of a minute. */
async function home() {
  const ada = await addPerson(instance);
  const [bea, vera, otto] = [
    await addPerson(instance, "Bea"),
    await addPerson(instance, "Vera"),
    await addPerson(instance, "Otto"),
  ];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  for (const [{ userId }, role] of [
    [bea, "admin"] as const,
    [vera, "viewer"] as const,
    [otto, "viewer"] as const,
  ])
    await prisma.libraryMember.create({ data: { libraryId, userId, role } });
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "comment on files");
  const [asAda, asBea, asVera, asOtto] = [
    await enter(ada),
    await enter(bea),
    await enter(vera),
    await enter(otto),
  ];
  const at = { libraryId, fileId: await addFile(libraryId) };
  return { ...{ ada, vera, otto, asAda, asBea, asVera, asOtto }, ...at, at };
}

async function addFile(libraryId: string, over: { kind?: "photo"; durationMs?: null } = {}): Promise<string> {
  const film = { kind: "video", mimeType: "video/mp4", sizeBytes: 1n, name: "party.mp4" } as const;
  const { id } = await prisma.file.create({ data: { ...film, libraryId, durationMs: 60_000, ...over } });
  return id;
}

type At = { libraryId: string; fileId: string };

function add(ctx: LibraryContext, { libraryId, fileId }: At, over: Partial<AddComment> = {}) {
  const made = { commentId: randomUUID(), parentId: null, atMs: 1_000, text: "Look!" };
  return addComment(ctx, { ...made, libraryId, fileId, ...over });
}

describe("comments on a file", () => {
  it("stand in threads by their time, those of the whole file first, and say who may do what", async () => {
    const { at, asVera, asOtto, asBea } = await home();
    const late = await add(asVera, at, { atMs: 60_000, text: "The end." });
    const early = await add(asOtto, at, { atMs: 12_300 });
    const whole = await add(asVera, at, { atMs: null, text: "All of it\nis fine." });
    const answer = await add(asVera, at, { parentId: early.commentId, atMs: null, text: "Where?" });
    const threads = await listComments(asVera, at);
    expect(threads.map(({ commentId }) => commentId)).toEqual([
      whole.commentId,
      early.commentId,
      late.commentId,
    ]);
    expect(threads[1]).toMatchObject({
      atMs: 12_300,
      createdBy: { name: "Otto", avatarUrl: null },
      mayChange: false,
      mayRemove: false,
      mayResolve: true,
      answers: [{ ...answer, mayChange: true, mayRemove: true, mayResolve: false }],
    });
    const [, forAdmin] = await listComments(asBea, at);
    expect(forAdmin).toMatchObject({ mayChange: false, mayRemove: true, mayResolve: true });
    const entry = await prisma.activity.findFirst({
      where: { libraryId: at.libraryId },
      orderBy: { id: "asc" },
    });
    expect(entry).toMatchObject({
      kind: "comment.added",
      subject: { name: "party.mp4", excerpt: "The end." },
    });
    const told = await prisma.event.findMany({
      where: { libraryId: at.libraryId, kind: "comments.changed" },
    });
    expect(told.map(({ fileId }) => fileId)).toEqual(Array(4).fill(at.fileId));
  });

  it("are one however often they are sent, at once too, and nobody else's id is taken", async () => {
    const { at, asVera, asOtto, libraryId } = await home();
    const commentId = randomUUID();
    const sent = await Promise.all(Array.from({ length: 5 }, () => add(asVera, at, { commentId })));
    expect(new Set(sent.map((comment) => JSON.stringify(comment))).size).toBe(1);
    expect(await prisma.comment.count({ where: { libraryId } })).toBe(1);
    expect(await prisma.activity.count({ where: { libraryId, kind: "comment.added" } })).toBe(1);
    await expect(add(asOtto, at, { commentId })).rejects.toMatchObject({ code: "CONFLICT" });
    const elsewhere = { libraryId, fileId: await addFile(libraryId) };
    await expect(add(asVera, elsewhere, { commentId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("lie within the file, and only what plays has times", async () => {
    const { at, asVera, libraryId } = await home();
    await expect(add(asVera, at, { atMs: 60_001 })).rejects.toMatchObject({ code: "INVALID" });
    for (const atMs of [-1, 0.5, 2 ** 31]) await expect(add(asVera, at, { atMs })).rejects.toThrow();
    const photo = { libraryId, fileId: await addFile(libraryId, { kind: "photo", durationMs: null }) };
    await expect(add(asVera, photo, { atMs: 0 })).rejects.toMatchObject({ code: "INVALID" });
    await add(asVera, photo, { atMs: null });
    const unread = { libraryId, fileId: await addFile(libraryId, { durationMs: null }) };
    await add(asVera, unread, { atMs: 3_600_000 });
    for (const text of ["", "a\u0000b", "a".repeat(5_001)])
      await expect(add(asVera, at, { text })).rejects.toThrow();
  });

  it("have answers one level deep, of the same file alone and without a time", async () => {
    const { at, asVera, asOtto, libraryId } = await home();
    const { commentId: parentId } = await add(asVera, at);
    const answer = await add(asOtto, at, { parentId, atMs: null });
    await expect(add(asVera, at, { parentId: answer.commentId, atMs: null })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(add(asVera, at, { parentId, atMs: 5 })).rejects.toThrow("time of its thread");
    const other = { libraryId, fileId: await addFile(libraryId) };
    await expect(add(asVera, other, { parentId, atMs: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(add(asVera, at, { parentId: randomUUID(), atMs: null })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("are refused beyond their number, when many come at once too", async () => {
    const { at, asVera } = await home();
    const full = Array.from({ length: mostComments - 2 }, () => ({ ...at, text: "." }));
    await prisma.comment.createMany({ data: full });
    const sent = await Promise.allSettled(Array.from({ length: 5 }, () => add(asVera, at)));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await prisma.comment.count({ where: { fileId: at.fileId } })).toBe(mostComments);
  });
});

describe("mentions", () => {
  it("are of members alone, and whoever left may stay in a text", async () => {
    const { at, asAda, asVera, ada, otto, libraryId } = await home();
    const stranger = await addPerson(instance, "Mallory");
    const text = `${spellMention(otto.userId)} and ${spellMention(ada.userId)}: see?`;
    const made = await add(asVera, at, { text });
    expect(made.mentions.map(({ name }) => name).toSorted()).toEqual(["Ada", "Otto"]);
    const entry = await prisma.activity.findFirst({ where: { libraryId, kind: "comment.added" } });
    expect(entry?.subject).toMatchObject({
      excerpt: "@Otto and @Ada: see?",
      mentioned: [otto.userId, ada.userId],
    });
    for (const userId of [stranger.userId, randomUUID()])
      await expect(add(asVera, at, { text: spellMention(userId) })).rejects.toMatchObject({
        code: "INVALID",
      });

    await removeMember(asAda, { libraryId, userId: otto.userId });
    await expect(add(asVera, at, { text: spellMention(otto.userId) })).rejects.toMatchObject({
      code: "INVALID",
    });
    const edited = await editComment(asVera, {
      libraryId,
      commentId: made.commentId,
      seen: 1,
      text: `${text}!`,
    });
    expect(edited.mentions).toHaveLength(2);
    const added = `${text} ${spellMention(stranger.userId)}`;
    await expect(
      editComment(asVera, { libraryId, commentId: made.commentId, seen: 2, text: added }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  it("show the present name, also of who is no member any more, and none of who is gone", async () => {
    const { at, asAda, asVera, asOtto, otto, libraryId } = await home();
    await add(asVera, at, { text: `Ask ${spellMention(otto.userId)}.` });
    const own = await add(asOtto, at, { atMs: 2_000 });
    await removeMember(asAda, { libraryId, userId: otto.userId });
    await prisma.user.update({ where: { id: otto.userId }, data: { name: "Ottilie" } });
    const [mentioning, written] = await listComments(asVera, at);
    expect(mentioning?.mentions).toMatchObject([{ userId: otto.userId, name: "Ottilie" }]);
    expect(written?.createdBy).toMatchObject({ name: "Ottilie" });

    await prisma.library.deleteMany({ where: { ownerId: otto.userId } });
    await prisma.user.delete({ where: { id: otto.userId } });
    const [after, orphan] = await listComments(asVera, at);
    expect(after).toMatchObject({ mentions: [], text: `Ask ${spellMention(otto.userId)}.` });
    expect(orphan).toMatchObject({ commentId: own.commentId, createdBy: null, mayChange: false });
    // Their id in the text hinders nobody from correcting it.
    const commentId = after?.commentId ?? "";
    const text = `Ask ${spellMention(otto.userId)}!`;
    expect(await editComment(asVera, { libraryId, commentId, seen: 1, text })).toMatchObject({
      text,
      mentions: [],
    });
  });
});

describe("changing comments", () => {
  it("is for whoever wrote them, against what they saw, and harmless when sent again", async () => {
    const { at, asVera, asBea, libraryId } = await home();
    const { commentId } = await add(asVera, at);
    const edit = (ctx: LibraryContext, seen: number, text: string) =>
      editComment(ctx, { libraryId, commentId, seen, text });
    await expect(edit(asBea, 1, "Mine now.")).rejects.toMatchObject({ code: "FORBIDDEN" });
    const first = await edit(asVera, 1, "Look here!");
    expect(first).toMatchObject({ revision: 2, text: "Look here!", editedAt: expect.any(Date) });
    await expect(edit(asVera, 1, "Look there!")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await edit(asVera, 1, "Look here!")).toEqual(first);
    const both = await Promise.allSettled([edit(asVera, 2, "One."), edit(asVera, 2, "Two.")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("resolves a thread once, by whoever came first, and opens it again", async () => {
    const { at, asVera, asOtto, libraryId } = await home();
    const { commentId } = await add(asVera, at);
    const resolve = (ctx: LibraryContext, isResolved: boolean) =>
      resolveComment(ctx, { libraryId, commentId, isResolved });
    const done = await Promise.all([asVera, asOtto, asVera, asOtto].map((ctx) => resolve(ctx, true)));
    expect(
      new Set(done.map(({ resolvedBy, resolvedAt }) => `${resolvedBy} ${resolvedAt?.getTime()}`)).size,
    ).toBe(1);
    const changes = { where: { libraryId, kind: "comments.changed" } };
    expect(await prisma.event.count(changes)).toBe(2);
    expect(await resolve(asOtto, false)).toMatchObject({ resolvedAt: null, resolvedBy: null, revision: 1 });
    const answer = await add(asOtto, at, { parentId: commentId, atMs: null });
    await expect(
      resolveComment(asVera, { libraryId, commentId: answer.commentId, isResolved: true }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  it("deletes one's own, or as an admin any, with the answers; one that is answered meanwhile too", async () => {
    const { at, asVera, asOtto, asBea, libraryId } = await home();
    const { commentId } = await add(asVera, at);
    const answer = await add(asOtto, at, { parentId: commentId, atMs: null });
    const remove = (ctx: LibraryContext, id: string) => removeComment(ctx, { libraryId, commentId: id });
    await expect(remove(asOtto, commentId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await remove(asBea, answer.commentId);
    await add(asOtto, at, { parentId: commentId, atMs: null });
    const race = await Promise.allSettled([
      remove(asVera, commentId),
      ...Array.from({ length: 4 }, () => add(asOtto, at, { parentId: commentId, atMs: null })),
    ]);
    for (const answered of race.slice(1))
      if (answered.status === "rejected") expect(answered.reason).toMatchObject({ code: "NOT_FOUND" });
    expect(race[0]?.status).toBe("fulfilled");
    expect(await listComments(asVera, at)).toEqual([]);
    expect(await prisma.comment.count({ where: { libraryId } })).toBe(0);
    await expect(remove(asVera, commentId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("a token that may only read reads and writes nothing", async () => {
  const { at, vera, asVera, libraryId } = await home();
  const { commentId } = await add(asVera, at);
  const { tokenId } = await createToken(vera.ctx, { name: "read", scope: "read", expiresInDays: null });
  const principal = {
    kind: "token",
    userId: vera.userId,
    tokenId,
    scope: "read",
    isInstanceOwner: false,
  } as const;
  const reader = await enterLibrary(instance.as(principal), libraryId, "comment on files");
  const [thread] = await listComments(reader, at);
  expect(thread).toMatchObject({ commentId, mayChange: false, mayRemove: false, mayResolve: false });
  const acts = [
    () => add(reader, at),
    () => editComment(reader, { libraryId, commentId, seen: 1, text: "x" }),
    () => resolveComment(reader, { libraryId, commentId, isResolved: true }),
    () => removeComment(reader, { libraryId, commentId }),
  ];
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("of another library or of a file in the trash nothing is known; they come back and go with their file", async () => {
  const { at, asAda, asVera, libraryId } = await home();
  const other = await home();
  const { commentId } = await add(asVera, at);
  const acts = [
    (ctx: LibraryContext) => listComments(ctx, at),
    (ctx: LibraryContext) => add(ctx, at),
    (ctx: LibraryContext) => editComment(ctx, { libraryId, commentId, seen: 1, text: "x" }),
    (ctx: LibraryContext) => resolveComment(ctx, { libraryId, commentId, isResolved: true }),
    (ctx: LibraryContext) => removeComment(ctx, { libraryId, commentId }),
  ];
  for (const act of acts) await expect(act(other.asAda)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await trashItems(asAda, { libraryId, fileIds: [at.fileId] });
  for (const act of acts) await expect(act(asVera)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await restoreItems(asAda, { libraryId, fileIds: [at.fileId] });
  expect(await listComments(asVera, at)).toHaveLength(1);
  await trashItems(asAda, { libraryId, fileIds: [at.fileId] });
  await emptyTrash(asAda);
  await expect(listComments(asVera, at)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
