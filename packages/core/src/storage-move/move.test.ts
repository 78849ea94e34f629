import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  avatarKey,
  type BlobStore,
  createLocalBlobStore,
  createS3BlobStore,
  originalKey,
  posterKey,
  StorageUnavailable,
} from "@alcoves/storage";
import { addPerson, startTestInstance, startTestS3, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { moveStorage } from "./move.ts";

const s3 = await startTestS3();
const instance = await startTestInstance();
afterAll(() => Promise.all([s3.close(), instance.close()]));
const ada = await addPerson(instance);
const ctx = instance.as({ kind: "system", job: "upkeep" });
const local = instance.services.storage;

async function upload(bytes: Buffer = randomBytes(5_000)) {
  const fileId = await uploadFile(bytes, { ...instance, ...ada });
  return { bytes, key: originalKey({ libraryId: ada.libraryId, fileId }), fileId };
}

async function move(
  to: BlobStore,
  options: { from?: BlobStore; fast?: boolean; removeSource?: boolean } = {},
) {
  const left: string[] = [];
  const given = { from: local, fast: false, removeSource: false, ...options, to };
  const summary = await moveStorage(ctx, given, { progress: () => {}, left: (key) => left.push(key) });
  return { ...summary, leftKeys: left };
}

const emptyFolder = async () =>
  createLocalBlobStore({ rootPath: await mkdtemp(join(tmpdir(), "alcoves-move-")) });
const read = (store: BlobStore, key: string) => store.readBuffer(key, 100_000_000);

describe("moving to another storage", () => {
  it("copies every blob of every scope, byte by byte, and a second run only looks", async () => {
    const to = createS3BlobStore(s3);
    const { key, bytes, fileId } = await upload(randomBytes(12_000_000));
    const others = [
      posterKey({ libraryId: ada.libraryId, fileId, version: 1 }),
      avatarKey({ userId: ada.userId, version: 3 }),
    ];
    for (const other of others) await local.write(other, Buffer.from(other));
    expect(await move(to)).toMatchObject({ copied: 3, total: 3, left: 0 });
    expect((await read(to, key)).equals(bytes)).toBe(true);
    for (const other of others) expect((await read(to, other)).toString()).toBe(other);
    expect(await move(to)).toMatchObject({ copied: 0, seen: 3, left: 0 });
    for (const each of [key, ...others]) expect(await local.stat(each)).not.toBeNull();
  });

  it("goes back again: from S3 to a folder", async () => {
    const to = await emptyFolder();
    expect(await move(to, { from: createS3BlobStore(s3) })).toMatchObject({ copied: 3, left: 0 });
  });

  it("mends a copy that is not the same, and never lets a damaged source take the place of a whole copy", async () => {
    const to = await emptyFolder();
    const { key, bytes } = await upload();
    await move(to);
    const other = Buffer.from(bytes.map((byte) => byte ^ 1));
    await to.write(key, other);
    expect(await move(to, { fast: true })).toMatchObject({ copied: 0 });
    expect(await move(to)).toMatchObject({ copied: 1, left: 0 });
    expect((await read(to, key)).equals(bytes)).toBe(true);

    await local.write(key, bytes.subarray(1));
    expect(await move(to)).toMatchObject({ left: 1, leftKeys: [key] });
    expect((await read(to, key)).equals(bytes)).toBe(true);
    await local.write(key, bytes);
  });

  it("goes on from wherever it was broken off", async () => {
    const to = await emptyFolder();
    const keys = [await upload(), await upload(), await upload()].map(({ key }) => key);
    let writes = 0;
    const breaking: BlobStore = {
      ...to,
      write: (...given) => {
        writes += 1;
        if (writes > 3) throw new StorageUnavailable("The line is cut.");
        return to.write(...given);
      },
      check: () => Promise.reject(new StorageUnavailable("The line is cut.")),
    };
    await expect(move(breaking)).rejects.toThrow("The line is cut.");
    const { copied, left, total } = await move(to);
    expect([left, copied < total]).toEqual([0, true]);
    for (const key of keys) expect((await read(to, key)).equals(await read(local, key))).toBe(true);
  });

  it("also takes along what comes in while it runs", async () => {
    const to = await emptyFolder();
    let late: Awaited<ReturnType<typeof upload>> | undefined;
    const busy: BlobStore = {
      ...local,
      async *list(prefix) {
        yield* local.list(prefix);
        // Everything of the last scope has been listed by now.
        if (prefix === "cache/") late ??= await upload();
      },
    };
    expect(await move(to, { from: busy })).toMatchObject({ left: 0 });
    expect(late && (await to.stat(late.key))).toMatchObject({ sizeBytes: 5_000 });
  });

  it("tells of a target that keeps other bytes than it was given, and leaves none there", async () => {
    const to = await emptyFolder();
    const { key } = await upload();
    const forgetful: BlobStore = {
      ...to,
      write: (given, source) =>
        given === key ? to.write(given, Buffer.alloc(5_000)) : to.write(given, source),
    };
    expect(await move(forgetful)).toMatchObject({ leftKeys: [key] });
    expect(await to.stat(key)).toBeNull();
  });

  it("removes a source that was compared, when told to, and nothing else of it", async () => {
    const [from, to] = [await emptyFolder(), await emptyFolder()];
    const { key } = await upload();
    await move(from);
    await to.write(key, Buffer.alloc(3));
    const { total, copied } = await move(to, { from, removeSource: true });
    expect(copied).toBe(total);
    expect(await from.stat(key)).toBeNull();
    expect((await read(to, key)).equals(await read(local, key))).toBe(true);
  });
});
