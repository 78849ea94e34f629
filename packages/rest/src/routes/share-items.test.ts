import { randomBytes, randomUUID } from "node:crypto";
import { enterLibrary } from "@alcoves/core/access";
import { createShare, listShares } from "@alcoves/core/shares";
import { addPerson, startTestInstance } from "@alcoves/testing";
import {
  createVisits,
  type VisitedItem as Item,
  nothingExposed as nothing,
  original,
  play,
} from "@alcoves/testing/visits";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";

// Each visitor comes from an address of their own, as the proxy says.
const instance = await startTestInstance({ environment: { ALCOVES_TRUSTED_PROXIES: "loopback" } });
afterAll(() => instance.close());
const { services } = instance;
const { prisma } = services.database;
const { origin } = services;
const ada = await addPerson(instance, "Adelaide");
const { makeLibrary, makeFilm, makeAlbum, shared, ask, readJson, itemsOf, referenceIn } = createVisits(
  instance,
  ada,
);
const everything = { originals: true, metadata: true, location: true };

describe("what a link exposes", () => {
  it("is what was switched on, and originals only together with all that is in them", async () => {
    const plain = await shared("file");
    expect(await itemsOf(plain.token)).toMatchObject([
      { name: "Beach.mov", details: null, place: null, originalSizeBytes: null },
    ]);
    const detailed = await shared("file", { exposes: { ...nothing, metadata: true } });
    expect(await itemsOf(detailed.token)).toMatchObject([
      { details: { cameraMake: "Acme", capturedAt: "2019-07-04T10:00:00.000Z" }, place: null },
    ]);
    const placed = await shared("album", { exposes: { ...nothing, location: true } });
    expect(await itemsOf(placed.token)).toMatchObject([
      { details: null, place: { latitude: 48.858222, longitude: 2.2945 } },
    ]);
    const { ctx, subject } = plain;
    for (const exposes of [
      { ...everything, location: false },
      { ...everything, metadata: false },
    ])
      await expect(
        createShare(ctx, { ...subject, exposes, password: null, expiresInDays: null }),
      ).rejects.toThrow(/Originals hold what the camera wrote/);
  });

  it("is the original, saved under its name, and in the archive", async () => {
    const { token, reference } = await shared("album", { exposes: everything });
    const path = `/s/${token}/media/${reference}/original`;
    const answer = await ask(`${path}?download`);
    expect([answer.status, await answer.text()]).toEqual([200, original.toString()]);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Beach.mov"/);
    const part = await ask(path, { headers: { range: "bytes=0-1" } });
    expect([part.status, await part.text()]).toEqual([206, "as"]);
    expect(await entriesOf(token)).toEqual({ "Beach.mov": original.toString() });
  });

  it("is of one moment, file or album, and of a moment its clip alone", async () => {
    const { ctx, libraryId, fileId, albumId } = await shared("file");
    const rest = { libraryId, password: null, expiresInDays: null };
    for (const subject of [{}, { fileId, albumId }, { momentId: randomUUID(), exposes: everything }])
      await expect(createShare(ctx, { ...rest, ...subject })).rejects.toThrow(/A link/);
    for (const subject of [{ fileId: randomUUID() }, { albumId: randomUUID() }])
      await expect(createShare(ctx, { ...rest, ...subject })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

/** What is in a share's archive, by name. */
async function entriesOf(token: string): Promise<Record<string, string>> {
  const answer = await ask(`/s/${token}/zip`);
  expect(answer.status).toBe(200);
  const zip = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()), { strictFileNames: true });
  const entries: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries[entry.fileName] = Buffer.concat(chunks).toString();
  }
  return entries;
}

describe("a reference", () => {
  it("opens nothing at another link, nor changed, nor made up", async () => {
    const [one, other] = [await shared("album"), await shared("album")];
    const status = async (token: string, reference: string) =>
      (await ask(`/s/${token}/media/${encodeURIComponent(reference)}/card`)).status;
    expect(await status(one.token, one.reference)).toBe(200);
    expect(await status(one.token, other.reference)).toBe(404);
    const again = await createShare(one.ctx, { ...one.subject, password: null, expiresInDays: null });
    expect(await referenceIn(again.token)).not.toBe(one.reference);
    expect(await status(again.token, one.reference)).toBe(404);
    for (const odd of [
      one.fileId,
      `${one.reference}A`,
      one.reference.slice(1),
      "..",
      "%00",
      "x".repeat(3_000),
    ])
      expect(await status(one.token, odd), odd.slice(0, 20)).toBe(404);
    // The last character carries two bits of the block: its other spellings are no references.
    const last = one.reference.slice(-1);
    for (const spelled of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".replace(
      last,
      "",
    ))
      expect(await status(one.token, one.reference.slice(0, -1) + spelled), spelled).toBe(404);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc
            .uint8Array({ minLength: 16, maxLength: 16 })
            .map((block) => Buffer.from(block).toString("base64url")),
          fc.constant(null).map(() => randomBytes(16).toString("base64url")),
          fc.tuple(fc.nat(21), fc.constantFrom(..."AZaz09-_")).map(([at, sign]) => {
            const changed = one.reference.slice(0, at) + sign + one.reference.slice(at + 1);
            return changed === one.reference ? "x" : changed;
          }),
        ),
        async (reference) => {
          expect(await status(one.token, reference), reference).toBe(404);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a shared album", () => {
  it("comes page by page, each file with those beside it", async () => {
    const libraryId = await makeLibrary();
    const data = Array.from({ length: 205 }, (_, at) => ({
      ...{
        id: randomUUID(),
        libraryId,
        name: `${at}.jpg`,
        kind: "photo" as const,
        mimeType: "image/jpeg",
        sizeBytes: 1n,
      },
    }));
    await prisma.file.createMany({ data });
    // Places may be shared: then ids decide.
    const albumId = await makeAlbum(libraryId, []);
    await prisma.albumFile.createMany({
      data: data.map(({ id }, at) => ({ albumId, fileId: id, position: Math.floor(at / 3) })),
    });
    const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
    const { token } = await createShare(ctx, { libraryId, albumId, password: null, expiresInDays: null });
    interface Page {
      count: number;
      items: Item[];
      nextCursor: string | null;
    }
    const first = await readJson<Page>(`/api/share/${token}`);
    expect([first.count, first.items.length]).toEqual([205, 200]);
    const second = await readJson<Page>(`/api/share/${token}?cursor=${first.nextCursor}`);
    expect([second.items.length, second.nextCursor]).toEqual([5, null]);
    const references = [...first.items, ...second.items].map(({ reference }) => reference);
    expect(new Set(references).size).toBe(205);
    for (const at of [0, 1, 199, 204]) {
      const beside = await readJson(`/api/share/${token}/items/${references[at]}`);
      expect(beside).toMatchObject({
        album: "Summer",
        previous: references[at - 1] ?? null,
        next: references[at + 1] ?? null,
      });
    }
    for (const odd of ["x", "1.x", `1.${first.nextCursor}`, "-.AAAAAAAAAAAAAAAAAAAAAA", "99999999999.A"])
      expect((await ask(`/api/share/${token}?cursor=${odd}`)).status, odd).toBe(400);
  });

  it("is an archive of what visitors may have, under names that no folder refuses", async () => {
    const libraryId = await makeLibrary();
    const names = [
      "../../x.mov",
      "a\u202Egpj.mov",
      "CON.mov",
      "<img onerror>.mov",
      "a.mov",
      "A.avi",
      "late.mov",
    ];
    const fileIds: string[] = [];
    for (const name of names) fileIds.push(await makeFilm(libraryId, { name, hasCopy: name !== "late.mov" }));
    const albumId = await makeAlbum(libraryId, fileIds, '../<b>"Summer"');
    const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
    const { token } = await createShare(ctx, { libraryId, albumId, password: null, expiresInDays: null });
    const answer = await ask(`/s/${token}/zip`, { method: "HEAD" });
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[\w .-]*\.zip"; filename\*=/,
    );
    const entries = await entriesOf(token);
    const copies = ["x.mp4", "agpj.mp4", "_CON.mp4", "_img onerror_.mp4", "a.mp4", "A (2).mp4"];
    const note = "Not in this download.txt";
    expect(Object.keys(entries)).toEqual([...copies, note]);
    for (const name of copies) expect(entries[name]).toBe(play.toString());
    expect(entries[note]).toContain("late.mov");
    expect(await prisma.file.findUnique({ where: { id: fileIds.at(-1) } })).toMatchObject({
      proxyStatus: "queued",
    });
  });

  it("asks for the copy of a video that came later, once, and keeps asking members alone for one that failed", async () => {
    const { token, libraryId, albumId } = await shared("album");
    const fileId = await makeFilm(libraryId, { name: "Later.mov", hasCopy: false });
    await prisma.albumFile.create({ data: { albumId, fileId, position: 99 } });
    const look = async () => (await itemsOf(token)).map(({ playback }) => playback);
    await Promise.all([look(), look(), look()]);
    expect(await look()).toEqual(["ready", "processing"]);
    const where = { id: fileId };
    expect(await prisma.file.findUnique({ where })).toMatchObject({ proxyStatus: "queued", proxyVersion: 1 });
    await prisma.file.update({ where, data: { proxyStatus: "failed" } });
    expect(await look()).toEqual(["ready", "failed"]);
    expect(await prisma.file.findUnique({ where })).toMatchObject({ proxyVersion: 1 });
  });

  it("is counted once for an address that looks into it, and its archive not made over and over", async () => {
    const { token, ctx, subject, reference } = await shared("album");
    const from = { "x-forwarded-for": "198.51.100.9" };
    const views = async () => (await listShares(ctx, subject))[0]?.views;
    await ask(`/s/${token}/media/thumbnail`, { headers: from });
    await ask(`/s/${token}/media/${reference}/card`, { method: "HEAD", headers: from });
    expect(await views()).toBe(0);
    for (const part of ["card", "preview", "play"])
      await ask(`/s/${token}/media/${reference}/${part}`, { headers: from });
    expect(await views()).toBe(1);
    for (let time = 0; time < 10; time += 1)
      expect((await ask(`/s/${token}/zip`, { headers: from })).status).toBe(200);
    const late = await ask(`/s/${token}/zip`, { headers: from });
    expect([late.status, Number(late.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(await views()).toBe(1);
  });
});

describe("an embed", () => {
  const oembed = (token: string, more = "") =>
    readJson(`/api/oembed?url=${encodeURIComponent(`${origin}/s/${token}`)}${more}`);

  it("of a video is a player, of a photo the picture that fits, of an album a link", async () => {
    const film = await shared("file");
    const address = `${origin}/s/${film.token}`;
    const thumbnail = { thumbnail_url: `${address}/media/thumbnail`, thumbnail_width: 1_280 };
    expect(await oembed(film.token)).toMatchObject({
      ...{ type: "video", title: "Beach.mov", width: 1_280, height: 720, ...thumbnail },
      html: expect.stringContaining(`src="${address}/embed"`),
    });
    await prisma.file.update({
      where: { id: film.fileId },
      data: { kind: "photo", mimeType: "image/jpeg", widthPx: 4_000, heightPx: 3_000 },
    });
    const picture = (size: string) => `${address}/media/${film.reference}/${size}`;
    const facts = { type: "photo", title: "Beach.mov" };
    expect(await oembed(film.token, "&maxwidth=4000&maxheight=4000")).toMatchObject({
      ...{ ...facts, url: picture("preview"), width: 1_440, height: 1_080 },
    });
    expect(await oembed(film.token, "&maxwidth=500")).toMatchObject({
      ...{ ...facts, url: picture("card"), width: 480, height: 360 },
    });
    expect(await oembed(film.token, "&maxwidth=100")).toMatchObject({ type: "link" });
    const album = await shared("album");
    expect(await oembed(album.token)).toMatchObject({
      type: "link",
      title: "Summer",
      thumbnail_width: 1_280,
    });
  });
});
