import { enterLibrary } from "@alcoves/core/access";
import { createShare, sharedSizes } from "@alcoves/core/shares";
import { pictureVersion, variants } from "@alcoves/core/variants";
import { originalKey, proxyKey, variantKey } from "@alcoves/storage";
import type { TestInstance } from "./instance.ts";
import type { TestPerson } from "./people.ts";

/** Bytes of what `createVisits` makes: those that play, and those that came in. */
export const play = Buffer.from("0123456789");
export const original = Buffer.from("as it came in");

/** What a link shows beside pictures, videos and sound. */
export const nothingExposed = { originals: false, metadata: false, location: false };

/** What of a file behind a link tests look at. */
export interface VisitedItem {
  reference: string;
  name: string;
  playback: string | null;
  details: object | null;
  place: object | null;
  originalSizeBytes: number | null;
}

/** Makes links of somebody to files and albums, and visits them, each time from another address. */
export function createVisits(instance: TestInstance, ada: TestPerson) {
  const {
    database: { prisma },
    storage,
  } = instance.services;

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
  async function shared(
    kind: "file" | "album",
    { password = null as string | null, exposes = nothingExposed } = {},
  ) {
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

  async function readJson<Answer>(path: string, cookie = ""): Promise<Answer> {
    return (await (await ask(path, { headers: { cookie } })).json()) as Answer;
  }

  async function itemsOf(token: string, cookie = ""): Promise<VisitedItem[]> {
    const share = await readJson<{ item?: VisitedItem; items?: VisitedItem[] }>(
      `/api/share/${token}`,
      cookie,
    );
    return share.items ?? (share.item ? [share.item] : []);
  }

  async function referenceIn(token: string, cookie = ""): Promise<string> {
    return (await itemsOf(token, cookie))[0]?.reference ?? "";
  }

  return { makeLibrary, makeFilm, makeAlbum, shared, ask, cookieOf, readJson, itemsOf, referenceIn };
}
