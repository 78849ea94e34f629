import { randomUUID } from "node:crypto";
import { proofCookieOf, revokeShare } from "@alcoves/core/shares";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { createVisits } from "@alcoves/testing/visits";
import { afterAll, describe, expect, it } from "vitest";

// Each visitor comes from an address of their own, as the proxy says.
const instance = await startTestInstance({ environment: { ALCOVES_TRUSTED_PROXIES: "loopback" } });
afterAll(() => instance.close());
const { services } = instance;
const { prisma } = services.database;
const { origin } = services;
const ada = await addPerson(instance, "Adelaide");
const { shared, ask, cookieOf } = createVisits(instance, ada);

type Shared = Awaited<ReturnType<typeof shared>>;

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
