import { randomUUID } from "node:crypto";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { createContext } from "../context.ts";
import { saveMoments } from "../moments/index.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import {
  createShare,
  listShares,
  openShare,
  openSharedClip,
  openSharedThumbnail,
  revokeShare,
  unlockShare,
} from "./index.ts";
import { CreateShare } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { services } = instance;
const { prisma } = services.database;
const dayMs = 86_400_000;

let visitors = 0;
/** Someone with a link and nothing else, at an address of their own. */
function visitor(clock: () => Date = services.clock) {
  visitors += 1;
  const address = `192.0.2.${visitors}`;
  return createContext({ ...services, clock }, { kind: "visitor" }, { address, userAgent: null });
}

/** A library that allows sharing, with its owner, two contributors, and a moment of the owner's film. */
async function home({ kind = "video" }: { kind?: "video" | "audio" } = {}) {
  const [ada, cleo, cora] = [
    await addPerson(instance),
    await addPerson(instance, "Cleo"),
    await addPerson(instance, "Cora"),
  ];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Attic", emoji: "🏡", ownerId: ada.userId, allowsSharing: true },
  });
  for (const { userId } of [cleo, cora])
    await prisma.libraryMember.create({ data: { libraryId, userId, role: "contributor" } });
  const { id: fileId } = await prisma.file.create({
    data: {
      ...{ libraryId, uploadedById: ada.userId, kind, name: "party.mp4", mimeType: "video/mp4" },
      ...{ sizeBytes: 1n, durationMs: 60_000, widthPx: 3_840, heightPx: 2_026 },
    },
  });
  const { id: momentId } = await prisma.moment.create({
    data: { libraryId, fileId, createdById: ada.userId, name: "Cake", startMs: 1_000, endMs: 3_500 },
  });
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "share by link");
  const [ctx, asCleo, asCora] = [await enter(ada), await enter(cleo), await enter(cora)];
  const at = { libraryId, momentId };
  const share = (over: Partial<CreateShare> = {}, who = ctx) =>
    createShare(who, { ...at, expiresInDays: null, password: null, ...over });
  const cut = () =>
    prisma.moment.update({
      where: { id: momentId },
      data: { exportStatus: "ready", exportVersion: 1, exportDoneVersion: 1 },
    });
  return { ...at, ada, fileId, at, ctx, asCleo, asCora, share, cut };
}

const open = (token: string, proof: string | null = null, ctx = visitor()) =>
  openShare(ctx, { token, proof });
const gone = { code: "NOT_FOUND", message: "This link leads nowhere. Ask whoever sent it for a new one." };

describe("a share", () => {
  it("shows its moment to anyone, and nothing of what is around it", async () => {
    const { share, cut } = await home();
    const { token } = await share();
    expect(token).toMatch(/^[\w-]{32}$/);
    const shown = {
      isLocked: false,
      kind: "moment",
      name: "Cake",
      description: "",
      isSound: false,
      durationMs: 2_500,
      widthPx: 1_920,
      heightPx: 1_014,
      expiresAt: null,
    };
    expect(await open(token)).toEqual({ ...shown, clip: "processing", version: 0, hasThumbnail: false });
    await cut();
    expect(await open(token)).toEqual({ ...shown, clip: "ready", version: 1, hasThumbnail: true });
  });

  it("says so when the clip could not be made, and plays the one that was made before", async () => {
    const { share, cut, at } = await home();
    const { token } = await share();
    const fail = () =>
      prisma.moment.updateMany({ where: { libraryId: at.libraryId }, data: { exportStatus: "failed" } });
    await fail();
    expect(await open(token)).toMatchObject({ clip: "failed", version: 0 });
    await cut();
    await fail();
    expect(await open(token)).toMatchObject({ clip: "ready", version: 1 });
  });

  it("of sound has no picture", async () => {
    const { share, cut } = await home({ kind: "audio" });
    await cut();
    const { token } = await share();
    const sound = { isSound: true, hasThumbnail: false, widthPx: null, heightPx: null };
    expect(await open(token)).toMatchObject(sound);
    const shown = { token, proof: null };
    await expect(openSharedThumbnail(visitor(), shown)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await openSharedClip(visitor(), { ...shown, isView: false })).toMatchObject({
      name: "Cake.m4a",
      mimeType: "audio/mp4",
    });
  });

  it("asks for the clip that is not there yet, and is told of", async () => {
    const { share, ctx, fileId, momentId, libraryId, ada } = await home();
    const { shareId } = await share({ expiresInDays: 2, password: "lantern" });
    expect(await prisma.moment.findUnique({ where: { id: momentId } })).toMatchObject({
      exportStatus: "queued",
    });
    await revokeShare(ctx, { libraryId, shareId });
    await revokeShare(ctx, { libraryId, shareId });
    const told = await prisma.activity.findMany({ where: { libraryId }, orderBy: { id: "asc" } });
    const subject = { momentId, fileId, name: "Cake" };
    expect(told.map(({ kind, subject, userId }) => ({ kind, subject, userId }))).toEqual([
      { kind: "moment.shared", subject, userId: ada.userId },
      { kind: "share.revoked", subject, userId: ada.userId },
    ]);
    const audited = await prisma.auditEntry.findMany({
      where: { kind: { startsWith: "share." }, userId: ada.userId },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ kind, subject }) => [kind, subject])).toMatchObject([
      ["share.created", { shareId, kind: "moment", name: "Cake", library: "Attic", hasPassword: true }],
      ["share.revoked", { shareId, kind: "moment", name: "Cake", library: "Attic" }],
    ]);
  });

  it("is kept without its token, which members are shown again", async () => {
    const { share, ctx, at } = await home();
    const { token, shareId } = await share({ password: "lantern" });
    const [row] = await prisma.$queryRaw<{ text: string }[]>`
      SELECT row_to_json(s)::text || encode(s.token_sealed, 'escape') || encode(s.token_hash, 'escape') AS text
      FROM shares s WHERE id = ${shareId}::uuid`;
    expect(row?.text).toContain(shareId);
    const raw = Buffer.from(token, "base64url").toString("hex");
    for (const secret of [token, Buffer.from(token).toString("hex"), raw, "lantern"])
      expect(row?.text).not.toContain(secret);
    expect(await listShares(ctx, at)).toMatchObject([{ shareId, token, hasPassword: true, state: "open" }]);
    const elsewhere = {
      ...ctx,
      services: { ...services, sessionSecret: "another secret, 32 bytes or more!!" },
    };
    expect(await listShares(elsewhere, at)).toMatchObject([{ shareId, token: null }]);
  });

  it("is one of many, each with an end of its own", async () => {
    const { share, ctx, at, libraryId } = await home();
    const [first, second] = [await share({ expiresInDays: 1 }), await share()];
    await revokeShare(ctx, { libraryId, shareId: first.shareId });
    await expect(open(first.token)).rejects.toMatchObject(gone);
    expect(await open(second.token)).toMatchObject({ name: "Cake" });
    expect(await listShares(ctx, at)).toMatchObject([
      { shareId: second.shareId, state: "open", createdBy: "Ada", expiresAt: null, views: 0 },
      { shareId: first.shareId, state: "revoked" },
    ]);
  });

  it("expires to the millisecond", async () => {
    const { share, ctx, at } = await home();
    const { token } = await share({ expiresInDays: 1 });
    const [{ expiresAt } = { expiresAt: null }] = await listShares(ctx, at);
    const end = expiresAt?.getTime() ?? 0;
    expect(
      await open(
        token,
        null,
        visitor(() => new Date(end - 1)),
      ),
    ).toMatchObject({ expiresAt });
    const over = () => new Date(end);
    await expect(open(token, null, visitor(over))).rejects.toMatchObject(gone);
    const later = { ...ctx, services: { ...services, clock: over } };
    expect(await listShares(later, at)).toMatchObject([{ state: "expired" }]);
  });

  it("is shut while its library, moment or file is, and comes back with it", async () => {
    const { share, ctx, libraryId, fileId, momentId } = await home();
    const { token } = await share();
    const allow = (allowsSharing: boolean) =>
      prisma.library.update({ where: { id: libraryId }, data: { allowsSharing } });
    const facts = { name: "Cake", description: "", startMs: 1_000, endMs: 3_500, tagIds: [] };
    const save = (seen: number, is: typeof facts | null) =>
      saveMoments(ctx, { libraryId, fileId, changes: [{ momentId, seen, facts: is }] });
    const items = { libraryId, fileIds: [fileId], folderIds: [] };
    for (const [shut, reopen] of [
      [() => allow(false), () => allow(true)],
      [() => save(1, null), () => save(2, facts)],
      [() => trashItems(ctx, items), () => restoreItems(ctx, items)],
    ] as const) {
      await shut();
      await expect(open(token)).rejects.toMatchObject(gone);
      await reopen();
      expect(await open(token)).toMatchObject({ name: "Cake" });
    }
    await trashItems(ctx, items);
    await emptyTrash(ctx);
    await expect(open(token)).rejects.toMatchObject(gone);
    await prisma.file.deleteMany({ where: { id: fileId } });
    expect(await prisma.share.count({ where: { momentId } })).toBe(0);
  });
});

describe("making and ending shares", () => {
  it("is refused where the library does not allow it, and for moments that are not there", async () => {
    const { share, ctx, libraryId, fileId } = await home();
    const other = await home();
    for (const momentId of [other.momentId, randomUUID()]) {
      await expect(share({ momentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listShares(ctx, { libraryId, momentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const { shareId } = await other.share();
    await expect(revokeShare(ctx, { libraryId, shareId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await trashItems(ctx, { libraryId, fileIds: [fileId], folderIds: [] });
    await expect(share()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await prisma.library.update({ where: { id: libraryId }, data: { allowsSharing: false } });
    await expect(share()).rejects.toMatchObject({
      code: "CONFLICT",
      message: "This library does not allow sharing by link. Ask one of its admins to switch it on.",
    });
  });

  it("is ended by who made it, who may change the moment, and admins", async () => {
    const { share, ctx, asCleo, asCora, at, libraryId } = await home();
    const { shareId } = await share({}, asCleo);
    const mayRevoke = async (who: typeof ctx) => (await listShares(who, at))[0]?.mayRevoke;
    expect([await mayRevoke(ctx), await mayRevoke(asCleo), await mayRevoke(asCora)]).toEqual([
      true,
      true,
      false,
    ]);
    await expect(revokeShare(asCora, { libraryId, shareId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await revokeShare(asCleo, { libraryId, shareId });
    expect(await listShares(asCora, at)).toMatchObject([{ state: "revoked" }]);
  });

  it("takes times and passwords within bounds", () => {
    const ids = { libraryId: randomUUID(), momentId: randomUUID() };
    const isTaken = (expiresInDays: number | null, password: string | null) =>
      CreateShare.safeParse({ ...ids, expiresInDays, password }).success;
    expect([isTaken(1, "1234"), isTaken(3_650, "x".repeat(200)), isTaken(null, null)]).not.toContain(false);
    for (const days of [0, 3_651, 1.5, -1]) expect(isTaken(days, null), String(days)).toBe(false);
    for (const password of ["", "123", "x".repeat(201)]) expect(isTaken(null, password)).toBe(false);
  });
});

describe("a password", () => {
  it("opens its own share for a day", async () => {
    const { share, ctx, libraryId } = await home();
    const locked = await share({ password: "lantern" });
    const same = await share({ password: "lantern" });
    const { token } = locked;
    expect(await open(token)).toEqual({ isLocked: true });
    const wrong = unlockShare(visitor(), { token, password: "Lantern" });
    await expect(wrong).rejects.toMatchObject({ code: "FORBIDDEN" });
    const proof = await unlockShare(visitor(), { token, password: "lantern" });
    expect(await open(token, proof)).toMatchObject({ isLocked: false, name: "Cake" });
    for (const other of [
      await unlockShare(visitor(), { token: same.token, password: "lantern" }),
      ...["", "x", `9${proof}`, `${proof}x`, proof.slice(0, -1), proof.replace(/\..*/, `.${"A".repeat(43)}`)],
    ])
      expect(await open(token, other), other).toEqual({ isLocked: true });
    const tomorrow = () => new Date(Date.now() + dayMs);
    expect(await open(token, proof, visitor(tomorrow))).toEqual({ isLocked: true });
    const { shareId } = locked;
    const { passwordHash } = await prisma.share.findUniqueOrThrow({ where: { id: same.shareId } });
    await prisma.share.update({ where: { id: shareId }, data: { passwordHash } });
    expect(await open(token, proof), "another password").toEqual({ isLocked: true });
    await revokeShare(ctx, { libraryId, shareId });
    await expect(open(token, proof)).rejects.toMatchObject(gone);
  });

  it("is not guessed: ten tries at a share from an address, then none", async () => {
    const { share } = await home();
    const { token } = await share({ password: "lantern" });
    const guesser = visitor();
    for (let time = 0; time < 10; time += 1)
      await expect(unlockShare(guesser, { token, password: `${time}` })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    const right = { token, password: "lantern" };
    await expect(unlockShare(guesser, right)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await unlockShare(visitor(), right)).toMatch(/^\d+\./);
    const { token: next } = await share({ password: "lantern" });
    expect(await unlockShare(guesser, { token: next, password: "lantern" })).toMatch(/^\d+\./);
  });
});

describe("looking", () => {
  it("at what opens nothing is limited, and at what opens is not", async () => {
    const { share } = await home();
    const { token } = await share();
    const guesser = visitor();
    for (let time = 0; time < 70; time += 1) await open(token, null, guesser);
    for (let time = 0; time < 60; time += 1)
      await expect(open(randomUUID(), null, guesser)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const tried of [token, randomUUID()])
      await expect(open(tried, null, guesser)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await open(token)).toMatchObject({ name: "Cake" });
  });

  it("counts a view of an address once in a while", async () => {
    const { share, cut, ctx, at } = await home();
    await cut();
    const [{ token }, other] = [await share(), await share()];
    const watcher = visitor();
    const watch = (isView: boolean, who = watcher) => openSharedClip(who, { token, proof: null, isView });
    await watch(false);
    await Promise.all([watch(true), watch(true), watch(true)]);
    await watch(true, visitor());
    await openSharedThumbnail(watcher, { token, proof: null });
    await openSharedClip(watcher, { token: other.token, proof: null, isView: true });
    expect((await listShares(ctx, at)).map(({ views }) => views)).toEqual([1, 2]);
  });
});
