import { randomUUID } from "node:crypto";
import { type DoorObject, enterLibrary } from "@alcoves/core/access";
import { createInvite } from "@alcoves/core/invites";
import { createShare, openShare, sharedSizes } from "@alcoves/core/shares";
import { pictureVersion, variants } from "@alcoves/core/variants";
import {
  avatarKey,
  momentClipKey,
  momentPosterKey,
  motionKey,
  originalKey,
  proxyKey,
  spritesKey,
  streamKey,
  variantKey,
  waveformKey,
} from "@alcoves/storage";
import type { TestInstance } from "../instance.ts";
import { createTusSender, uploadIdOf } from "../tus.ts";
import type { Cast } from "./cast.ts";
import type { State } from "./expect.ts";

/** An id that nothing has. */
export const missingId = "00000000-0000-4000-8000-000000000000";

const farOff = new Date("2100-01-01");

/** Makes what doors act on. */
export function createObjectMaker(instance: TestInstance, cast: Cast) {
  const { services, url } = instance;
  const { prisma } = services.database;

  async function makeUser(data: { avatarVersion?: number } = {}): Promise<string> {
    const email = `${randomUUID()}@example.org`;
    return (await prisma.user.create({ data: { name: "Mia", email, ...data } })).id;
  }

  async function makeFile({ libraryId, userId, trashedAt }: Place): Promise<string> {
    const data = {
      libraryId,
      uploadedById: userId,
      trashedAt,
      name: "a",
      kind: "photo",
      mimeType: "image/jpeg",
      sizeBytes: 1n,
    } as const;
    const made = {
      proxyDoneVersion: 1,
      hlsDoneVersion: 1,
      motionDoneVersion: 1,
      ...({ spritesDoneVersion: 1, spritesStatus: "ready" } as const),
      ...({ waveformDoneVersion: 1, waveformStatus: "ready" } as const),
    };
    const { id } = await prisma.file.create({ data: { ...data, ...made } });
    const file = { libraryId, fileId: id, version: 1 };
    const keys = [
      originalKey(file),
      proxyKey(file),
      motionKey(file),
      variantKey({ ...file, version: pictureVersion(1, variants.card), spec: "card" }),
      waveformKey(file),
      spritesKey({ ...file, part: "sheet" }),
      spritesKey({ ...file, part: "index" }),
      streamKey({ ...file, part: "master" }),
      streamKey({ ...file, part: { rendition: "360p", part: "index" } }),
    ];
    // The original is as long as its row says: an archive would break off at another.
    for (const key of keys)
      await services.storage.write(key, Buffer.from(key === originalKey(file) ? "a" : key));
    return id;
  }

  async function makeFilm(place: Place): Promise<string> {
    const id = await makeFile(place);
    await prisma.file.update({ where: { id }, data: { kind: "video", mimeType: "video/mp4" } });
    await makeSegment(place.libraryId, id);
    return id;
  }

  /** The first and only line of a file's transcript. */
  async function makeSegment(libraryId: string, fileId: string): Promise<string> {
    const { id: transcriptId } = await prisma.transcript.create({ data: { libraryId, fileId } });
    const line = { position: 1, startMs: 0, endMs: 1_000, text: "Hello" };
    return (await prisma.segment.create({ data: { transcriptId, kind: "speech", ...line } })).id;
  }

  async function makeMoment({ trashedAt, libraryId, userId }: Place): Promise<string> {
    const fileId = await makeFilm({ trashedAt, libraryId, userId });
    const data = { libraryId, fileId, createdById: userId, name: "a", startMs: 0, endMs: 1_000 };
    const { id } = await prisma.moment.create({
      data: { ...data, exportStatus: "ready", exportVersion: 1, exportDoneVersion: 1 },
    });
    for (const keyOf of [momentClipKey, momentPosterKey]) {
      const key = keyOf({ libraryId, fileId, momentId: id, version: 1 });
      await services.storage.write(key, Buffer.from("a clip, or its still"));
    }
    return id;
  }

  async function makeComment(place: Place): Promise<string> {
    const { libraryId, userId } = place;
    const data = { libraryId, fileId: await makeFilm(place), createdById: userId, atMs: 0, text: "a" };
    return (await prisma.comment.create({ data })).id;
  }

  async function makeShare(place: Place): Promise<{ shareId: string; token: string }> {
    const { libraryId, userId } = place;
    const momentId = await makeMoment(place);
    const inside = await enterLibrary(ownerOf(cast, libraryId).ctx, libraryId, "share by link");
    const made = await createShare(inside, { libraryId, momentId, expiresInDays: null, password: null });
    await prisma.share.update({ where: { id: made.shareId }, data: { createdById: userId } });
    return made;
  }

  async function makeFolder({ libraryId, userId, trashedAt }: Place): Promise<string> {
    const data = { libraryId, createdById: userId, trashedAt, name: randomUUID() };
    return (await prisma.folder.create({ data })).id;
  }

  /** Files, sessions, tokens, uploads and downloads are somebody's: the asker's own, or a stranger's. */
  const makers: Record<DoorObject, (place: Place) => Promise<string>> = {
    file: makeFile,
    trashedFile: (place) => makeFile({ ...place, trashedAt: new Date() }),
    film: makeFilm,
    moment: makeMoment,
    comment: makeComment,
    async segment(place) {
      return makeSegment(place.libraryId, await makeFile({ ...place }));
    },
    folder: makeFolder,
    /** Of an act that changed nothing. */
    async undo({ libraryId, userId }) {
      const { id } = await prisma.undo.create({
        data: { libraryId, userId, changes: { files: [], folders: [] } },
      });
      return id;
    },
    async tag({ libraryId }) {
      const { id } = await prisma.tag.create({ data: { libraryId, name: randomUUID(), color: 0 } });
      return id;
    },
    async highlight({ libraryId, userId }) {
      const facts = { name: "a", expression: "a", color: 0, windowMs: 0 };
      return (await prisma.highlight.create({ data: { libraryId, createdById: userId, ...facts } })).id;
    },
    async album({ libraryId, userId }) {
      const { id } = await prisma.album.create({
        data: { libraryId, createdById: userId, name: randomUUID() },
      });
      return id;
    },
    async member({ libraryId }) {
      const userId = await makeUser();
      await prisma.libraryMember.create({ data: { libraryId, userId, role: "viewer" } });
      return userId;
    },
    async user() {
      return makeUser();
    },
    async portrait({ libraryId }) {
      const userId = await makeUser({ avatarVersion: 1 });
      await services.storage.write(avatarKey({ userId, version: 1 }), Buffer.from("a picture"));
      await prisma.libraryMember.create({ data: { libraryId, userId, role: "viewer" } });
      return userId;
    },
    async invite({ libraryId }) {
      const { id } = await prisma.invite.create({ data: { libraryId } });
      return id;
    },
    share: async (place) => (await makeShare(place)).shareId,
    async session({ userId }) {
      const { id } = await prisma.session.create({ data: { userId, expiresAt: farOff } });
      return id;
    },
    async token({ userId }) {
      const tokenHash = Buffer.from(randomUUID());
      const { id } = await prisma.accessToken.create({
        data: { userId, tokenHash, name: "t", scope: "read" },
      });
      return id;
    },
    async identity({ userId }) {
      const { id } = await prisma.account.create({
        data: { userId, provider: "oidc", providerAccountId: randomUUID() },
      });
      return id;
    },
    async passkey({ userId }) {
      const credential = {
        credentialId: Buffer.from(randomUUID()),
        publicKey: Buffer.from("key"),
        signCount: 0n,
      };
      const { id } = await prisma.passkey.create({ data: { userId, name: "Phone", ...credential } });
      return id;
    },
    /** Begun by someone who may, and then made the asker's: whoever may no more is asked about too. */
    async upload({ userId }) {
      const { libraryId, owner } = cast;
      const id = uploadIdOf(await createTusSender({ url, token: owner.token, libraryId }).begin(5));
      await prisma.upload.update({ where: { id }, data: { userId } });
      return id;
    },
    async download({ libraryId, userId }) {
      const data = { fileIds: [await makeFile({ libraryId, userId, trashedAt: null })], folderIds: [] };
      const { id } = await prisma.download.create({
        data: { libraryId, userId, expiresAt: farOff, ...data },
      });
      return id;
    },
  };

  return {
    /** @returns the id of a new object in the state; a missing upload has an id of its kind */
    async make(object: DoorObject, state: State["object"], askerId: string | null): Promise<string> {
      if (state === "missing") return object === "upload" ? "0".repeat(32) : missingId;
      const isForeign = state === "another library's";
      return makers[object]({
        libraryId: isForeign ? cast.anotherLibraryId : cast.libraryId,
        userId: isForeign || !askerId ? cast.stranger.userId : askerId,
        trashedAt: state === "trashed" ? new Date() : null,
      });
    },
    /** @returns the token of a new invite to the library */
    async makeInviteToken(): Promise<string> {
      const { libraryId, owner } = cast;
      const inside = await enterLibrary(owner.ctx, libraryId, "manage members");
      return (await createInvite(inside, { libraryId, maxUses: 1, expiresInDays: 1 })).token;
    },
    /** @returns the token of a new share of the library */
    async makeShareToken(): Promise<string> {
      const { libraryId, owner } = cast;
      return (await makeShare({ libraryId, userId: owner.userId, trashedAt: null })).token;
    },
    /** @returns the token of a new share of an album of the library, with one film in it */
    async makeAlbumShareToken(): Promise<string> {
      const { libraryId, owner } = cast;
      const fileId = await makeFilm({ libraryId, userId: owner.userId, trashedAt: null });
      await prisma.file.update({
        where: { id: fileId },
        data: { proxyStatus: "ready", thumbnailStatus: "ready", thumbnailDoneVersion: 1 },
      });
      for (const size of sharedSizes) {
        const version = pictureVersion(1, variants[size]);
        await services.storage.write(
          variantKey({ libraryId, fileId, version, spec: size }),
          Buffer.from(size),
        );
      }
      const { id: albumId } = await prisma.album.create({
        data: { libraryId, name: randomUUID(), files: { create: { fileId, position: 0 } } },
      });
      const inside = await enterLibrary(owner.ctx, libraryId, "share by link");
      const exposes = { originals: true, metadata: true, location: true };
      return (await createShare(inside, { libraryId, albumId, exposes, expiresInDays: null, password: null }))
        .token;
    },
    /** @returns what a share of an album calls its first file */
    async referenceIn(token: string): Promise<string> {
      const share = await openShare(cast.owner.ctx, { token, proof: null });
      const [item] = share.isLocked || share.kind !== "album" ? [] : share.items;
      return item?.reference ?? "";
    },
  };
}

function ownerOf({ libraryId, owner, stranger }: Cast, wanted: string) {
  return wanted === libraryId ? owner : stranger;
}

interface Place {
  libraryId: string;
  userId: string;
  trashedAt: Date | null;
}
