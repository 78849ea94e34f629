import { randomBytes, randomUUID } from "node:crypto";
import { enterLibrary } from "@alcoves/core/access";
import { createShare, listShares, proofCookieOf, revokeShare, sharedSizes } from "@alcoves/core/shares";
import { pictureVersion, variants } from "@alcoves/core/variants";
import { originalKey, proxyKey, variantKey } from "@alcoves/storage";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";

// Each visitor comes from an address of their own, as the proxy says.
const instance = await startTestInstance({ environment: { ALCOVES_TRUSTED_PROXIES: "loopback" } });
afterAll(() => instance.close());
const { services } = instance;
const { prisma } = services.database;
const { origin, storage } = services;
const ada = await addPerson(instance, "Adelaide");

const play = Buffer.from("0123456789");
const original = Buffer.from("as it came in");
const everything = { originals: true, metadata: true, location: true };
const nothing = { originals: false, metadata: false, location: false };

async function makeLibrary(): Promise<string> {
  const data = { name: "Grandmother's attic", emoji: "🏡", ownerId: ada.userId, allowsSharing: true };
  return (await prisma.library.create({ data })).id;
}

/** A film with its pictures and the copy that browsers play, unless there is none yet. */
async function makeFilm(libraryId: string, { name = "Beach.mov", hasCopy = true } = {}): Promise<string> {
  const { id: fileId } = await prisma.file.create({
    data: {
      ...{ libraryId, uploadedById: ada.userId, name, kind: "video", mimeType: "video/mp4" },
      ...{ isWebPlayable: true, needsCopy: false, sizeBytes: BigInt(original.length) },
      ...{
        durationMs: 60_000,
        widthPx: 1_280,
        heightPx: 720,
        thumbnailStatus: "ready",
        thumbnailDoneVersion: 1,
      },
      ...{
        latitude: 48.858222,
        longitude: 2.2945,
        cameraMake: "Acme",
        capturedAt: new Date("2019-07-04T10:00:00Z"),
      },
      ...(hasCopy ? ({ proxyStatus: "ready", proxyVersion: 1, proxyDoneVersion: 1 } as const) : {}),
    },
  });
  const file = { libraryId, fileId };
  await storage.write(originalKey(file), original);
  if (hasCopy) await storage.write(proxyKey({ ...file, version: 1 }), play);
  for (const size of sharedSizes) {
    const version = pictureVersion(1, variants[size]);
    await storage.write(variantKey({ ...file, version, spec: size }), Buffer.from(`a ${size}`));
  }
  return fileId;
}

async function makeAlbum(libraryId: string, fileIds: string[], name = "Summer"): Promise<string> {
  const files = { create: fileIds.map((fileId, index) => ({ fileId, position: index * 10 })) };
  return (await prisma.album.create({ data: { libraryId, name, files } })).id;
}

/** A link to a film, or to an album with that film in it. */
async function shared(kind: "file" | "album", { password = null as string | null, exposes = nothing } = {}) {
  const libraryId = await makeLibrary();
  const fileId = await makeFilm(libraryId);
  const albumId = await makeAlbum(libraryId, [fileId]);
  const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
  const subject = { libraryId, ...(kind === "file" ? { fileId } : { albumId }) };
  const made = await createShare(ctx, { ...subject, exposes, password, expiresInDays: null });
  const cookie = password === null ? "" : await cookieOf(made.token, password);
  const reference = await referenceIn(made.token, cookie);
  return { ...made, ctx, libraryId, fileId, albumId, subject, reference };
}

type Shared = Awaited<ReturnType<typeof shared>>;

let visitors = 0;
/** Asks as a visitor from an address where nobody asked before, unless said otherwise. */
function ask(
  path: string,
  { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {},
) {
  visitors += 1;
  const from = { "x-forwarded-for": `2001:db8::${visitors.toString(16)}` };
  return fetch(instance.url + path, { redirect: "manual", ...init, headers: { ...from, ...headers } });
}

async function cookieOf(token: string, password: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ password });
  const answer = await ask(`/api/share/${token}/unlock`, { method: "POST", headers, body });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

interface Item {
  reference: string;
  name: string;
  playback: string | null;
  details: object | null;
  place: object | null;
  originalSizeBytes: number | null;
}

async function readJson<Answer>(path: string, cookie = ""): Promise<Answer> {
  return (await (await ask(path, { headers: { cookie } })).json()) as Answer;
}

async function itemsOf(token: string, cookie = ""): Promise<Item[]> {
  const share = await readJson<{ item?: Item; items?: Item[] }>(`/api/share/${token}`, cookie);
  return share.items ?? (share.item ? [share.item] : []);
}

async function referenceIn(token: string, cookie = ""): Promise<string> {
  return (await itemsOf(token, cookie))[0]?.reference ?? "";
}

/** A request to a share's route. */
interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
}

const media = (part: string) => (token: string, reference: string) => ({
  path: `/s/${token}/media/${reference}/${part}`,
});
const routes = {
  json: (token) => ({ path: `/api/share/${token}` }),
  item: (token, reference) => ({ path: `/api/share/${token}/items/${reference}` }),
  timeline: media("timeline"),
  card: media("card"),
  preview: media("preview"),
  play: media("play"),
  part: (token, reference) => ({ ...media("play")(token, reference), headers: { range: "bytes=2-4" } }),
  head: (token, reference) => ({ ...media("play")(token, reference), method: "HEAD" }),
  original: media("original"),
  thumbnail: (token) => ({ path: `/s/${token}/media/thumbnail` }),
  clip: (token) => ({ path: `/s/${token}/media/clip` }),
  zip: (token) => ({ path: `/s/${token}/zip` }),
  oembed: (token) => ({ path: `/api/oembed?url=${encodeURIComponent(`${origin}/s/${token}`)}` }),
} as const satisfies Record<string, (token: string, reference: string) => Asked>;
type RouteName = keyof typeof routes;
const routeNames = Object.keys(routes) as RouteName[];

/** What a link may be in. Whoever asks sends the headers that are given back. */
const states = {
  open: async () => ({}),
  "wrong token": async () => ({ token: randomUUID().replaceAll("-", "") }),
  revoked: async ({ ctx, libraryId, shareId }) => {
    await revokeShare(ctx, { libraryId, shareId });
    return {};
  },
  expired: async ({ shareId }) => {
    await prisma.share.update({ where: { id: shareId }, data: { expiresAt: new Date(Date.now() - 1) } });
    return {};
  },
  "sharing off": async ({ libraryId }) => {
    await prisma.library.update({ where: { id: libraryId }, data: { allowsSharing: false } });
    return {};
  },
  "file trashed": async ({ fileId }) => {
    await prisma.file.update({ where: { id: fileId }, data: { trashedAt: new Date() } });
    return {};
  },
  "file purged": async ({ fileId }) => {
    const now = new Date();
    await prisma.file.update({ where: { id: fileId }, data: { trashedAt: now, purgedAt: now } });
    return {};
  },
  "out of the album": async ({ fileId }) => {
    await prisma.albumFile.deleteMany({ where: { fileId } });
    return {};
  },
  "album deleted": async ({ albumId }) => {
    await prisma.album.delete({ where: { id: albumId } });
    return {};
  },
  "password without proof": async () => ({}),
  "password with proof": async ({ token }) => ({ cookie: await cookieOf(token, "lantern") }),
  "proof of another": async ({ token }) => {
    const other = await shared("file", { password: "lantern" });
    const [, proof] = (await cookieOf(other.token, "lantern")).split("=");
    return { cookie: `${proofCookieOf(token)}=${proof}` };
  },
} as const satisfies Record<string, (made: Shared) => Promise<{ token?: string; cookie?: string }>>;
type StateName = keyof typeof states;

const all = (status: number) =>
  Object.fromEntries(routeNames.map((name) => [name, status])) as Record<RouteName, number>;
const shut = all(404);
/** Says that it is locked, to whoever asks what it is. */
const locked = { ...all(401), json: 200, item: 200 };
const opens = { ...all(200), part: 206, original: 404, clip: 404 };
const empty = { ...shut, json: 200, oembed: 200 };
const ofFile = { item: 404, zip: 404 };

const matrix: Record<"file" | "album", Record<StateName, Record<RouteName, number>>> = {
  album: {
    open: opens,
    "wrong token": shut,
    revoked: shut,
    expired: shut,
    "sharing off": shut,
    "file trashed": empty,
    "file purged": empty,
    "out of the album": empty,
    "album deleted": shut,
    "password without proof": locked,
    "password with proof": { ...opens, oembed: 401 },
    "proof of another": locked,
  },
  file: {
    open: { ...opens, ...ofFile },
    "wrong token": shut,
    revoked: shut,
    expired: shut,
    "sharing off": shut,
    "file trashed": shut,
    "file purged": shut,
    "out of the album": { ...opens, ...ofFile },
    "album deleted": { ...opens, ...ofFile },
    "password without proof": locked,
    "password with proof": { ...opens, ...ofFile, oembed: 401 },
    "proof of another": locked,
  },
};

/** What of a share's surroundings a text tells. */
function secretsIn({ libraryId, fileId, albumId, shareId }: Shared, text: string): string[] {
  const ids = [libraryId, fileId, albumId, shareId, ada.userId];
  const bare = ids.map((id) => id.replaceAll("-", ""));
  const words = ["Adelaide", "attic", "48.85", "Acme", "2019", "cache/", "files/", "as it came in"];
  return [...ids, ...bare, ...words].filter((secret) => text.includes(secret));
}

const cells = (["file", "album"] as const).flatMap((kind) =>
  (Object.keys(states) as StateName[]).map((state) => ({ kind, state })),
);

describe.each(cells)("a link to the $kind, $state", ({ kind, state }) => {
  it("answers as the table has it, and says nothing of what is around it", async () => {
    const made = await shared(kind, { password: /password|proof/.test(state) ? "lantern" : null });
    const { token = made.token, cookie }: { token?: string; cookie?: string } = await states[state](made);
    const statuses: Record<string, number> = {};
    for (const name of routeNames) {
      const { path, headers, ...init }: Asked = routes[name](token, made.reference);
      const answer = await ask(path, { ...init, headers: { ...headers, ...(cookie && { cookie }) } });
      const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
      statuses[name] = answer.status;
      expect(answer.headers.get("referrer-policy"), name).toBe("no-referrer");
      expect(answer.headers.get("x-robots-tag"), name).toBe("noindex, nofollow");
      expect(answer.headers.get("x-content-type-options"), name).toBe("nosniff");
      expect(answer.headers.get("cache-control"), name).toMatch(/no-(store|cache)/);
      expect(secretsIn(made, JSON.stringify([...answer.headers]) + text), name).toEqual([]);
    }
    expect(statuses).toEqual(matrix[kind][state]);
  });
});

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
