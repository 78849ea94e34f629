import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { listFolders } from "../folders/index.ts";
import { listLibraries } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { getFile, listFiles, someFiles } from "./index.ts";
import { pairLivePhoto } from "./pair-live-photo.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const xmp = Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"/>`);

async function home() {
  const ada = await addPerson(instance);
  const { libraryId } = ada;
  const upload = (name: string, path = "") =>
    uploadFile(/\.xmp$/i.test(name) ? xmp : png, {
      url: instance.url,
      token: ada.token,
      libraryId,
      name,
      path,
    });
  const ctx = await enterLibrary(ada.ctx, libraryId, "see the library");
  return { ada, ctx, libraryId, upload };
}
const ownerOf = async (fileId: string) =>
  (await prisma.file.findUniqueOrThrow({ where: { id: fileId } })).companionOfId;

describe("a sidecar", () => {
  it.each([
    ["IMG_1.jpg", "IMG_1.jpg.xmp"],
    ["IMG_1.jpg", "IMG_1.xmp"],
    ["img_1.JPG", "IMG_1.jpg.XMP"],
    ["50%_ab.c.png", "50%_AB.c.xmp"],
  ])("follows %s as %s, whichever comes first, and only the file is listed", async (name, sidecar) => {
    for (const order of [
      [name, sidecar],
      [sidecar, name],
    ]) {
      const { ada, ctx, libraryId, upload } = await home();
      const ids = new Map<string, string>();
      for (const one of order) ids.set(one, await upload(one));
      const [fileId = "", sidecarId = ""] = [ids.get(name), ids.get(sidecar)];
      expect(await ownerOf(sidecarId)).toBe(fileId);
      const { files } = await listFiles(ctx, { libraryId, folderId: null, limit: 10 });
      expect(files.map((file) => file.fileId)).toEqual([fileId]);
      expect(await someFiles(ctx, { libraryId, fileIds: [fileId, sidecarId] })).toHaveLength(1);
      expect((await listLibraries(ada.ctx)).find((one) => one.libraryId === libraryId)?.fileCount).toBe(1);
      const details = await getFile(ctx, { libraryId, fileId });
      expect(details.companions.map((one) => one.name)).toEqual([sidecar]);
    }
  });

  it("that comes later has its file read anew", async () => {
    const { upload } = await home();
    const fileId = await upload("a.png");
    const before = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
    await upload("a.xmp");
    const after = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
    expect(after.metadataVersion).toBe(before.metadataVersion + 1);
  });

  it("follows nothing in another folder, of a longer name, or of another library", async () => {
    const [one, other] = [await home(), await home()];
    await one.upload("a.png", "inside");
    await one.upload("a.b.png");
    await other.upload("a.png");
    expect(await ownerOf(await one.upload("a.xmp"))).toBeNull();
    const [inside] = await listFolders(one.ctx, { libraryId: one.libraryId, folderId: null });
    expect(inside?.fileCount).toBe(1);
  });

  it("follows the RAW when a picture of the same stem lies beside it", async () => {
    const { libraryId, upload } = await home();
    await upload("a.jpg");
    const raw = {
      kind: "photo",
      mimeType: "image/x-canon-cr2",
      sizeBytes: 1n,
      libraryId,
      name: "a.cr2",
    } as const;
    const { id } = await prisma.file.create({ data: raw });
    expect(await ownerOf(await upload("a.xmp"))).toBe(id);
  });

  it("finds its file when both come at once", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { upload } = await home();
      const [fileId, sidecarId] = await Promise.all([upload(`${turn}.png`), upload(`${turn}.png.xmp`)]);
      expect(await ownerOf(sidecarId)).toBe(fileId);
    }
  }, 120_000);
});

describe("a live photo", () => {
  const part = (libraryId: string, kind: "photo" | "video", contentIdentifier: string | null = null) =>
    prisma.file.create({
      data: { libraryId, kind, name: kind, mimeType: `${kind}/x`, sizeBytes: 1n, contentIdentifier },
    });

  it("has its clip as a companion, however both are read at once", async () => {
    const { ada, libraryId } = await home();
    for (let turn = 0; turn < 50; turn += 1) {
      const contentIdentifier = `A1B2C3D4-${turn}`;
      const parts = await Promise.all([part(libraryId, "photo"), part(libraryId, "video")]);
      await Promise.all(
        parts.map(({ id }) =>
          transaction(ada.ctx, async (ctx) => {
            await ctx.db.file.update({ where: { id }, data: { contentIdentifier } });
            await pairLivePhoto(ctx, { fileId: id, contentIdentifier });
          }),
        ),
      );
      const [still, clip] = parts;
      expect(await ownerOf(clip.id)).toBe(still.id);
      expect(await ownerOf(still.id)).toBeNull();
    }
  }, 120_000);

  it("ends paired when both are read again at once, with no circle of waiting", async () => {
    const { ada, libraryId } = await home();
    for (let turn = 0; turn < 10; turn += 1) {
      const contentIdentifier = `AGAIN-${turn}-0000`;
      const kinds = ["photo", "video"] as const;
      const parts = await Promise.all(kinds.map((kind) => part(libraryId, kind, contentIdentifier)));
      await Promise.all(
        parts.map(({ id }) =>
          transaction(ada.ctx, async (ctx) => {
            await ctx.db.file.update({ where: { id }, data: { contentIdentifier } });
            await pairLivePhoto(ctx, { fileId: id, contentIdentifier });
          }),
        ),
      );
      expect(await ownerOf(parts[1]?.id ?? "")).toBe(parts[0]?.id);
    }
  });

  it("is none across libraries, folders, or of two stills", async () => {
    const [one, other] = [await home(), await home()];
    const still = await part(one.libraryId, "photo", "SHARED-ID");
    const second = await part(one.libraryId, "photo", "SHARED-ID");
    const clip = await part(other.libraryId, "video", "SHARED-ID");
    for (const { id } of [still, second, clip]) {
      await transaction(one.ada.ctx, (ctx) =>
        pairLivePhoto(ctx, { fileId: id, contentIdentifier: "SHARED-ID" }),
      );
    }
    for (const { id } of [still, second, clip]) expect(await ownerOf(id)).toBeNull();
  });
});
