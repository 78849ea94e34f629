import { randomUUID } from "node:crypto";
import { enterLibrary } from "@alcoves/core/access";
import { createShare, listShares, proofCookieOf, revokeShare } from "@alcoves/core/shares";
import { momentClipKey, momentPosterKey } from "@alcoves/storage";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

// Each visitor comes from an address of their own, as the proxy says.
const instance = await startTestInstance({ environment: { ALCOVES_TRUSTED_PROXIES: "loopback" } });
afterAll(() => instance.close());
const { services } = instance;
const { prisma } = services.database;
const { origin } = services;
const ada = await addPerson(instance, "Adelaide");

const names = { library: "Grandmother's attic", file: "IMG_4711 at home.mov", moment: "Cake" };
const clip = Buffer.from("0123456789");

/** A shared moment in a library of its own, cut unless said otherwise. */
async function shared({
  password = null as string | null,
  name = names.moment,
  kind = "video",
  isCut = true,
} = {}) {
  const { id: libraryId } = await prisma.library.create({
    data: { name: names.library, emoji: "🏡", ownerId: ada.userId, allowsSharing: true },
  });
  const { id: fileId } = await prisma.file.create({
    data: {
      ...{
        libraryId,
        uploadedById: ada.userId,
        name: names.file,
        kind: kind === "audio" ? "audio" : "video",
      },
      ...{ mimeType: "video/quicktime", sizeBytes: 1n, durationMs: 60_000, widthPx: 1_280, heightPx: 720 },
      ...{ latitude: 48.858222, longitude: 2.2945 },
    },
  });
  const { id: momentId } = await prisma.moment.create({
    data: {
      ...{ libraryId, fileId, name, createdById: ada.userId, startMs: 0, endMs: 2_000 },
      ...(isCut && { exportStatus: "ready", exportVersion: 1, exportDoneVersion: 1 }),
    },
  });
  const blob = { libraryId, fileId, momentId, version: 1 };
  if (isCut) {
    await services.storage.write(momentClipKey(blob), clip);
    await services.storage.write(momentPosterKey(blob), Buffer.from("a still"));
  }
  const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
  const { shareId, token } = await createShare(ctx, { libraryId, momentId, expiresInDays: null, password });
  return { ctx, libraryId, fileId, momentId, shareId, token };
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

function unlock(token: string, password: string, headers: Record<string, string> = {}) {
  return ask(`/api/share/${token}/unlock`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ password }),
  });
}

/** What a browser sends after it has unlocked a share. */
async function cookieOf(token: string, password: string): Promise<string> {
  const answer = await unlock(token, password);
  expect(answer.status).toBe(204);
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const oembed = (token: string, more = "") =>
  `/api/oembed?format=json&url=${encodeURIComponent(`${origin}/s/${token}`)}${more}`;

/** A request to a share's route. */
interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
}

const routeNames = ["json", "clip", "part", "head", "thumbnail", "picture", "zip", "oembed"] as const;
type RouteName = (typeof routeNames)[number];
const routes: Record<RouteName, (token: string) => Asked> = {
  json: (token) => ({ path: `/api/share/${token}` }),
  clip: (token) => ({ path: `/s/${token}/media/clip` }),
  part: (token) => ({ path: `/s/${token}/media/clip`, headers: { range: "bytes=2-4" } }),
  head: (token) => ({ path: `/s/${token}/media/clip`, method: "HEAD" }),
  thumbnail: (token) => ({ path: `/s/${token}/media/thumbnail` }),
  // Those of files and albums: a link to a moment has none of them.
  picture: (token) => ({ path: `/s/${token}/media/${"A".repeat(22)}/card` }),
  zip: (token) => ({ path: `/s/${token}/zip` }),
  oembed: (token) => ({ path: oembed(token) }),
};

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
  "moment deleted": async ({ momentId }) => {
    await prisma.moment.update({ where: { id: momentId }, data: { removedAt: new Date() } });
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
  "password without proof": async () => ({}),
  "password with proof": async ({ token }) => ({ cookie: await cookieOf(token, "lantern") }),
  "proof of another": async ({ token }) => {
    const other = await shared({ password: "lantern" });
    const [, proof] = (await cookieOf(other.token, "lantern")).split("=");
    return { cookie: `${proofCookieOf(token)}=${proof}` };
  },
  processing: async () => ({}),
} as const satisfies Record<string, (made: Shared) => Promise<{ token?: string; cookie?: string }>>;
type StateName = keyof typeof states;

const none = { picture: 404, zip: 404 };
const opens = { json: 200, clip: 200, part: 206, head: 200, thumbnail: 200, ...none, oembed: 200 };
const shut = { json: 404, clip: 404, part: 404, head: 404, thumbnail: 404, ...none, oembed: 404 };
/** Says that it is locked, to whoever asks what it is. */
const locked = {
  ...{ json: 200, clip: 401, part: 401, head: 401, thumbnail: 401 },
  ...{ picture: 401, zip: 401, oembed: 401 },
};

const matrix: Record<StateName, Record<RouteName, number>> = {
  open: opens,
  "wrong token": shut,
  revoked: shut,
  expired: shut,
  "sharing off": shut,
  "moment deleted": shut,
  "file trashed": shut,
  "file purged": shut,
  "password without proof": locked,
  // An embed is for everyone: what one visitor has proved is no matter.
  "password with proof": { ...opens, oembed: 401 },
  "proof of another": locked,
  processing: { ...shut, json: 200, oembed: 200 },
};

describe.each(Object.entries(states))("a link, %s", (stateName, bring) => {
  it("answers as the table has it, and says nothing of what is around its moment", async () => {
    const password = /password|proof/.test(stateName) ? "lantern" : null;
    const made = await shared({ password, isCut: stateName !== "processing" });
    const { token = made.token, cookie }: { token?: string; cookie?: string } = await bring(made);
    const statuses: Record<string, number> = {};
    const refusals = new Set<string>();
    for (const name of routeNames) {
      const { path, headers, ...init } = routes[name](token);
      const answer = await ask(path, { ...init, headers: { ...headers, ...(cookie && { cookie }) } });
      const text = await answer.text();
      statuses[name] = answer.status;
      expect(answer.headers.get("referrer-policy"), name).toBe("no-referrer");
      expect(answer.headers.get("x-robots-tag"), name).toBe("noindex, nofollow");
      expect(answer.headers.get("x-content-type-options"), name).toBe("nosniff");
      expect(answer.headers.get("cache-control"), name).toMatch(/no-(store|cache)/);
      expect(secretsIn(made, JSON.stringify([...answer.headers]) + text), name).toEqual([]);
      if (answer.status < 400 || name === "head") continue;
      const { requestId, message, ...rest } = JSON.parse(text) as Record<string, unknown>;
      expect([typeof requestId, rest], name).toEqual(["string", {}]);
      refusals.add(`${answer.status} ${message}`);
    }
    expect(statuses).toEqual(matrix[stateName as StateName]); // the keys of `states`
    if (matrix[stateName as StateName] === shut)
      expect([...refusals]).toEqual(["404 This link leads nowhere. Ask whoever sent it for a new one."]);
  });
});

/** What of a share's surroundings a text tells. */
function secretsIn({ libraryId, fileId, momentId, shareId }: Shared, text: string): string[] {
  const secrets = [libraryId, fileId, momentId, shareId, ada.userId, "Adelaide", "attic", "4711", "48.85"];
  return [...secrets, "cache/", "files/", "original"].filter((secret) => text.includes(secret));
}

it("takes whatever stands in an address or a cookie for what it is: no link, and no proof", async () => {
  const { token } = await shared({ password: "lantern" });
  for (const odd of [
    "x",
    "x".repeat(5_000),
    "%00",
    "..%2f..%2fetc",
    "%F0%9F%8F%A1",
    `${token}x`,
    token.slice(1),
  ])
    for (const name of routeNames) {
      const { path, ...init } = routes[name](odd);
      expect((await ask(path, init)).status, `${name} ${odd.slice(0, 20)}`).toBe(404);
    }
  for (const odd of ["", "x".repeat(5_000), "%00", "9999999999.x"]) {
    const answer = await ask(`/api/share/${token}`, {
      headers: { cookie: `${proofCookieOf(token)}=${odd}` },
    });
    expect([answer.status, await answer.json()], odd.slice(0, 20)).toEqual([200, { isLocked: true }]);
  }
});

describe("what a link plays", () => {
  it("comes whole, in part, not again, and as a file of the moment's name", async () => {
    const { token } = await shared();
    const path = `/s/${token}/media/clip`;
    const whole = await ask(path);
    expect(await whole.text()).toBe("0123456789");
    expect([whole.headers.get("content-type"), whole.headers.get("content-length")]).toEqual([
      "video/mp4",
      "10",
    ]);
    expect(whole.headers.get("content-disposition")).toBe(
      `inline; filename="Cake.mp4"; filename*=UTF-8''Cake.mp4`,
    );
    const part = await ask(path, { headers: { range: "bytes=-3" } });
    expect([part.headers.get("content-range"), await part.text()]).toEqual(["bytes 7-9/10", "789"]);
    const beyond = await ask(path, { headers: { range: "bytes=10-" } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */10"]);
    const etag = whole.headers.get("etag") ?? "";
    expect((await ask(path, { headers: { "if-none-match": etag } })).status).toBe(304);
    const saved = await ask(`${path}?download`);
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="Cake.mp4"/);
    const still = await ask(`/s/${token}/media/thumbnail`);
    expect([still.headers.get("content-type"), await still.text()]).toEqual(["image/jpeg", "a still"]);
  });

  it("is sound without a picture", async () => {
    const { token } = await shared({ kind: "audio" });
    expect((await ask(`/s/${token}/media/clip`)).headers.get("content-type")).toBe("audio/mp4");
    expect((await ask(`/s/${token}/media/thumbnail`)).status).toBe(404);
  });

  it("ends for those who watch it as soon as it is revoked, with what they keep", async () => {
    const { token, ctx, libraryId, shareId } = await shared();
    const path = `/s/${token}/media/clip`;
    const { headers } = await ask(path);
    await revokeShare(ctx, { libraryId, shareId });
    const again = await ask(path, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect(again.status).toBe(404);
  });

  it("is counted once for an address that begins it", async () => {
    const { token, ctx, libraryId, momentId } = await shared();
    const path = `/s/${token}/media/clip`;
    const from = { "x-forwarded-for": "198.51.100.7" };
    const views = async () => (await listShares(ctx, { libraryId, momentId }))[0]?.views;
    await ask(path, { headers: { ...from, range: "bytes=4-" } });
    await ask(path, { method: "HEAD", headers: from });
    expect(await views()).toBe(0);
    for (const range of ["bytes=0-", "bytes=0-1", "bytes=5-"])
      await ask(path, { headers: { ...from, range } });
    await ask(path, { headers: from });
    expect(await views()).toBe(1);
    await ask(path);
    expect(await views()).toBe(2);
  });
});

describe("a password", () => {
  it("is kept as a cookie that names nothing and that no script reads", async () => {
    const { token, shareId } = await shared({ password: "lantern" });
    expect((await unlock(token, "Lantern")).status).toBe(403);
    const answer = await unlock(token, "lantern", { origin, cookie: "a=b" });
    expect(answer.status).toBe(204);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(
      /^alcoves-share-[0-9a-f]{16}=\d+\.[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(cookie).not.toContain(shareId);
    expect(cookie).not.toContain(token);
  });

  it("is not taken from another site's page, nor without JSON", async () => {
    const { token } = await shared({ password: "lantern" });
    const from = { origin: "https://evil.example", cookie: "a=b" };
    expect((await unlock(token, "lantern", from)).status).toBe(403);
    const path = `/api/share/${token}/unlock`;
    for (const [body, status] of [
      ["", 400],
      ["{", 400],
      ["[]", 400],
      ['{"password":1}', 400],
      [JSON.stringify({ password: "x".repeat(5_000) }), 413],
    ] as const)
      expect((await ask(path, { method: "POST", body })).status, body.slice(0, 20)).toBe(status);
    expect((await unlock("nowhere", "lantern")).status).toBe(404);
  });

  it("is guessed at ten times, and links sixty times, by an address", async () => {
    const { token } = await shared({ password: "lantern" });
    const from = { "x-forwarded-for": "198.51.100.8" };
    for (let time = 0; time < 10; time += 1) expect((await unlock(token, "no", from)).status).toBe(403);
    const late = await unlock(token, "lantern", from);
    expect([late.status, Number(late.headers.get("retry-after"))]).toEqual([429, expect.closeTo(300, -2)]);
    for (let time = 0; time < 60; time += 1)
      expect((await ask(`/s/x${time}/media/clip`, { headers: from })).status).toBe(404);
    for (const name of routeNames) {
      const { path, headers, ...init } = routes[name](token);
      const answer = await ask(path, { ...init, headers: { ...headers, ...from } });
      expect([answer.status, Number(answer.headers.get("retry-after")) > 0], path).toEqual([429, true]);
    }
    expect((await ask(`/api/share/${token}`)).status).toBe(200);
  });
});
