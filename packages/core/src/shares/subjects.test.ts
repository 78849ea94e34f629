import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { originalKey } from "@alcoves/storage";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { takeFromAlbum } from "../albums/index.ts";
import { createContext } from "../context.ts";
import { getFile } from "../files/index.ts";
import {
  createShare,
  listShares,
  openShare,
  openSharedArchive,
  openShareItem,
  revokeShare,
} from "./index.ts";
import { fileIdIn, referenceOf } from "./reference.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { services } = instance;
const { prisma } = services.database;
const visitor = createContext(services, { kind: "visitor" });
const forEver = { password: null, expiresInDays: null };

/** A library that allows sharing, with its owner and two contributors, and an album of Cleo's with a photo and a film of hers. */
async function home() {
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
  const common = { libraryId, uploadedById: cleo.userId, sizeBytes: 1n };
  const photo = await prisma.file.create({
    data: { ...common, name: "a.jpg", kind: "photo", mimeType: "image/jpeg" },
  });
  const film = await prisma.file.create({
    data: {
      ...common,
      name: "b.mp4",
      kind: "video",
      mimeType: "video/mp4",
      isWebPlayable: true,
      needsCopy: false,
    },
  });
  const files = [photo, film].map(({ id: fileId }, position) => ({ fileId, position }));
  const album = await prisma.album.create({
    data: { libraryId, name: "Summer", createdById: cleo.userId, files: { create: files } },
  });
  const enter = (person: typeof ada) => enterLibrary(person.ctx, libraryId, "share by link");
  const [asAda, asCleo, asCora] = [await enter(ada), await enter(cleo), await enter(cora)];
  return { libraryId, photoId: photo.id, filmId: film.id, albumId: album.id, asAda, asCleo, asCora, cora };
}

describe("shares of files and albums", () => {
  it("are told in the activity and the audit log, with what they show", async () => {
    const { libraryId, photoId, albumId, asCora, cora } = await home();
    const exposes = { originals: true, metadata: true, location: true };
    const { shareId } = await createShare(asCora, { libraryId, fileId: photoId, ...forEver, exposes });
    await createShare(asCora, { libraryId, albumId, ...forEver });
    await revokeShare(asCora, { libraryId, shareId });
    const told = await prisma.activity.findMany({ where: { libraryId }, orderBy: { id: "asc" } });
    expect(told.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["file.shared", { fileId: photoId, name: "a.jpg" }],
      ["album.shared", { albumId, name: "Summer" }],
      ["share.revoked", { fileId: photoId, name: "a.jpg" }],
    ]);
    const audited = await prisma.auditEntry.findMany({
      where: { kind: { startsWith: "share." }, userId: cora.userId },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ subject }) => subject)).toMatchObject([
      { kind: "file", name: "a.jpg", originals: true, metadata: true, location: true },
      { kind: "album", name: "Summer", originals: false, metadata: false, location: false },
      { kind: "file", name: "a.jpg" },
    ]);
  });

  it("are listed each with its own, and ended by who made them, whose it is, and admins", async () => {
    const { libraryId, photoId, albumId, asAda, asCleo, asCora } = await home();
    const other = await home();
    for (const subject of [
      { libraryId, fileId: photoId },
      { libraryId, albumId },
    ]) {
      const { shareId } = await createShare(asAda, { ...subject, ...forEver });
      const mayRevoke = async (who: typeof asAda) =>
        (await listShares(who, subject)).map((it) => it.mayRevoke);
      expect([await mayRevoke(asAda), await mayRevoke(asCleo), await mayRevoke(asCora)]).toEqual([
        [true],
        [true],
        [false],
      ]);
      const wanted = { libraryId, shareId };
      await expect(revokeShare(asCora, wanted)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(revokeShare(other.asAda, wanted)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listShares(other.asAda, subject)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await revokeShare(asCleo, wanted);
      expect(await listShares(asCora, subject)).toMatchObject([{ state: "revoked" }]);
    }
  });

  it("ask for copies of what plays, which members do not get in place of the original", async () => {
    const { libraryId, photoId, filmId, albumId, asAda } = await home();
    const exposes = { originals: true, metadata: true, location: true };
    await createShare(asAda, { libraryId, albumId, ...forEver, exposes });
    const film = () => prisma.file.findUniqueOrThrow({ where: { id: filmId } });
    expect(await film()).toMatchObject({ proxyStatus: "not_needed", proxyVersion: 0 });
    await Promise.all([1, 2, 3].map(() => createShare(asAda, { libraryId, albumId, ...forEver })));
    expect(await film()).toMatchObject({ proxyStatus: "queued", proxyVersion: 1 });
    expect(await prisma.openJob.findMany({ where: { rowId: { in: [filmId, photoId] } } })).toMatchObject([
      { job: "video-proxy", rowId: filmId },
    ]);
    await prisma.file.update({ where: { id: filmId }, data: { proxyStatus: "ready", proxyDoneVersion: 1 } });
    const { playback } = await getFile(asAda, { libraryId, fileId: filmId });
    expect(playback.map(({ source }) => source)).toEqual(["original", "proxy"]);
  });

  it("lead to what is in the album now, and nothing that was", async () => {
    const { libraryId, filmId, albumId, asCleo } = await home();
    const { token } = await createShare(asCleo, { libraryId, albumId, ...forEver });
    const shown = { token, proof: null };
    const share = await openShare(visitor, shown);
    if (share.isLocked || share.kind !== "album") throw new Error("It is an album.");
    const [photo, film] = share.items;
    expect(share.cover).toEqual(photo);
    const reference = film?.reference ?? "";
    expect(await openShareItem(visitor, { ...shown, reference })).toMatchObject({ next: null });
    await takeFromAlbum(asCleo, { libraryId, albumId, fileIds: [filmId] });
    await expect(openShareItem(visitor, { ...shown, reference })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await openShare(visitor, shown)).toMatchObject({ count: 1, items: [photo] });
    await prisma.album.update({ where: { id: albumId }, data: { coverFileId: filmId } });
    expect(await openShare(visitor, shown), "a cover that is not in it").toMatchObject({ cover: photo });
  });
});

it("an archive ends soon after its link was shut, for those who are reading it too", async () => {
  const { libraryId, photoId, filmId, albumId, asAda } = await home();
  const exposes = { originals: true, metadata: true, location: true };
  const sizeBytes = 4_000_000;
  for (const fileId of [photoId, filmId]) {
    await services.storage.write(originalKey({ libraryId, fileId }), Buffer.alloc(sizeBytes));
    await prisma.file.update({ where: { id: fileId }, data: { sizeBytes: BigInt(sizeBytes) } });
  }
  const open = async () => {
    const made = await createShare(asAda, { libraryId, albumId, ...forEver, exposes });
    const shown = { token: made.token, proof: null, isView: false };
    const archive = await openSharedArchive(visitor, shown, { lookEveryMs: 20 });
    return { ...made, ...archive };
  };
  const whole = await open();
  expect(whole.name).toBe("Summer.zip");
  expect((await buffer(whole.start())).length).toBeGreaterThan(2 * sizeBytes);
  const { start, shareId } = await open();
  const stream = start();
  await once(stream, "readable");
  stream.read(1);
  const broken = once(stream, "error");
  await revokeShare(asAda, { libraryId, shareId });
  expect(await broken).toMatchObject([{ code: "NOT_FOUND" }]);
  expect(stream.destroyed).toBe(true);
});

it("references turn back into their ids at their share alone, and look like nothing", () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fc.uuid(), hash, hash, (id, tokenHash, other) => {
      const reference = referenceOf(services, { tokenHash }, id);
      expect(reference).toMatch(/^[\w-]{22}$/);
      expect(fileIdIn(services, { tokenHash }, reference)).toBe(id);
      fc.pre(Buffer.compare(tokenHash, other) !== 0);
      expect(fileIdIn(services, { tokenHash: other }, reference)).not.toBe(id);
      const elsewhere = { ...services, sessionSecret: "another secret, 32 bytes or more!!" };
      expect(fileIdIn(elsewhere, { tokenHash }, reference)).not.toBe(id);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (odd) => {
      const id = fileIdIn(services, { tokenHash: new Uint8Array(32) }, odd);
      if (!/^[\w-]{22}$/.test(odd)) expect(id).toBe(null);
    }),
  );
});
