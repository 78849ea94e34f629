import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { BlobStore } from "./blob-store.ts";

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
let count = 0;
const newKey = () => `files/test/${process.pid}/${++count}/original`;

/** What every store must do, whatever it keeps blobs in. */
export function describeBlobStore(name: string, store: () => BlobStore): void {
  const all = async (key: string) => store().readBuffer(key, 100 * 1024 * 1024);

  describe(`${name} as a blob store`, () => {
    it.each([0, 1, 70_000, 12 * 1024 * 1024])("gives back %i bytes as they were written", async (size) => {
      const [key, bytes] = [newKey(), randomBytes(size)];
      expect(await store().write(key, Readable.from(size > 0 ? [bytes] : []))).toEqual({ sizeBytes: size });
      expect(hashOf(await all(key))).toBe(hashOf(bytes));
      expect(await store().stat(key)).toMatchObject({ sizeBytes: size });
    });

    it("reads a part, both ends included, and tells the size of the whole", async () => {
      const key = newKey();
      await store().write(key, Buffer.from("0123456789"));
      for (const [start, end, wanted] of [
        [0, 1, "01"],
        [9, 9, "9"],
        [2, 4, "234"],
        [0, 9, "0123456789"],
      ] as const) {
        const { stream, sizeBytes } = await store().read(key, { start, end });
        expect([Buffer.concat(await stream.toArray()).toString(), sizeBytes]).toEqual([wanted, 10]);
      }
    });

    it("shows nothing of a write that broke off, and leaves what was there", async () => {
      const key = newKey();
      const breaking = () =>
        Readable.from(
          (async function* () {
            yield randomBytes(100_000);
            throw new Error("the sender left");
          })(),
        );
      await expect(store().write(key, breaking())).rejects.toThrow();
      expect(await store().stat(key)).toBeNull();
      await store().write(key, Buffer.from("old"));
      await expect(store().write(key, breaking())).rejects.toThrow();
      expect((await all(key)).toString()).toBe("old");
    });

    it("replaces a blob at once: a reader sees one of two writers, whole", async () => {
      for (let round = 0; round < 10; round += 1) {
        const key = newKey();
        const versions = [randomBytes(300_000), randomBytes(300_000)];
        await Promise.all(versions.map((bytes) => store().write(key, Readable.from([bytes]))));
        expect(versions.map(hashOf)).toContain(hashOf(await all(key)));
      }
    });

    it("reads across the edges of the parts that a large blob was sent in", async () => {
      const [key, partBytes] = [newKey(), 5 * 1024 * 1024];
      const bytes = randomBytes(3 * partBytes + 1_000);
      const pieces = Array.from({ length: 17 }, (_, place) =>
        bytes.subarray(place * 1_000_000, (place + 1) * 1_000_000),
      );
      expect(await store().write(key, Readable.from(pieces))).toEqual({ sizeBytes: bytes.length });
      for (const edge of [partBytes, 2 * partBytes, 3 * partBytes]) {
        for (const [start, end] of [
          [edge - 1, edge],
          [edge, edge],
          [edge - 70_000, edge + 900],
        ] as const) {
          const { stream, sizeBytes } = await store().read(key, { start, end });
          const part = Buffer.concat(await stream.toArray());
          expect([part.equals(bytes.subarray(start, end + 1)), sizeBytes]).toEqual([true, bytes.length]);
        }
      }
      expect(hashOf(await all(key))).toBe(hashOf(bytes));
    });

    it("never replaces a blob that was to be new", async () => {
      const key = newKey();
      const large = () => Readable.from([randomBytes(6_000_000), randomBytes(6_000_000)]);
      await store().write(key, Buffer.from("first"), { ifAbsent: true });
      for (const source of [() => Buffer.from("second"), large]) {
        await expect(store().write(key, source(), { ifAbsent: true })).rejects.toMatchObject({
          name: "BlobExists",
        });
      }
      const path = join(await mkdtemp(join(tmpdir(), "alcoves-adopt-")), "upload");
      await writeFile(path, "third");
      await expect(store().adopt(path, key, { ifAbsent: true })).rejects.toMatchObject({
        name: "BlobExists",
      });
      expect((await stat(path)).size).toBe(5);
      expect((await all(key)).toString()).toBe("first");
      const other = newKey();
      await store().adopt(path, other, { ifAbsent: true });
      expect((await all(other)).toString()).toBe("third");
      await expect(stat(path)).rejects.toThrow("ENOENT");
    });

    it("lets one of many at once make a blob that was to be new", async () => {
      for (const size of [1_000, 6_000_000]) {
        const key = newKey();
        const versions = Array.from({ length: 5 }, () => randomBytes(size));
        const writes = await Promise.allSettled(
          versions.map((bytes) => store().write(key, Readable.from([bytes]), { ifAbsent: true })),
        );
        const won = versions.filter((_, place) => writes[place]?.status === "fulfilled");
        expect(won.map(hashOf)).toEqual([hashOf(await all(key))]);
        for (const write of writes) {
          if (write.status === "rejected") expect(write.reason).toMatchObject({ name: "BlobExists" });
        }
      }
    });

    it("takes a local file in, and it is gone from where it was", async () => {
      const [key, bytes] = [newKey(), randomBytes(200_000)];
      const path = join(await mkdtemp(join(tmpdir(), "alcoves-adopt-")), "upload");
      await writeFile(path, bytes);
      await store().adopt(path, key);
      expect(hashOf(await all(key))).toBe(hashOf(bytes));
      await expect(stat(path)).rejects.toThrow("ENOENT");
    });

    it("takes an empty local file in", async () => {
      const key = newKey();
      const path = join(await mkdtemp(join(tmpdir(), "alcoves-adopt-")), "upload");
      await writeFile(path, "");
      await store().adopt(path, key);
      expect(await store().stat(key)).toMatchObject({ sizeBytes: 0 });
      expect((await all(key)).length).toBe(0);
      const { path: local, dispose } = await store().localPath(
        key,
        await mkdtemp(join(tmpdir(), "alcoves-scratch-")),
      );
      expect((await stat(local)).size).toBe(0);
      await dispose();
    });

    it("says of what is missing that it is not there", async () => {
      const key = newKey();
      for (const miss of [() => store().read(key), () => all(key), () => store().localPath(key, tmpdir())]) {
        await expect(miss()).rejects.toMatchObject({ name: "BlobNotFound" });
      }
      expect(await store().stat(key)).toBeNull();
      await store().remove(key);
    });

    it("takes what stands above other blobs for no blob", async () => {
      const [prefix] = newKey().split("/original");
      await store().write(`${prefix}/below`, Buffer.from("x"));
      expect(await store().stat(`${prefix}`)).toBeNull();
      await expect(store().read(`${prefix}`)).rejects.toMatchObject({ name: "BlobNotFound" });
    });

    it("refuses to read a large blob whole into memory", async () => {
      const key = newKey();
      await store().write(key, randomBytes(1_000));
      await expect(store().readBuffer(key, 999)).rejects.toThrow(RangeError);
    });

    it("lists and removes what stands under a prefix, and nothing else", async () => {
      const [own, other] = [`files/p${++count}/`, `files/p${++count}/`];
      for (const key of [`${own}a/1`, `${own}a/2`, `${own}b`, `${other}a`])
        await store().write(key, Buffer.from("x"));
      const listed: string[] = [];
      for await (const key of store().list(own)) listed.push(key);
      expect(listed.sort()).toEqual([`${own}a/1`, `${own}a/2`, `${own}b`]);
      await store().removePrefix(own);
      await store().removePrefix(own);
      expect(await store().stat(`${own}a/1`)).toBeNull();
      expect(await store().stat(`${other}a`)).not.toBeNull();
    });

    it.each(["files/p", "", "/", "../"])(
      "takes %j for no prefix, as it could name a neighbour",
      async (prefix) => {
        await store().write("files/pq/1", Buffer.from("x"));
        await expect(store().removePrefix(prefix)).rejects.toMatchObject({ name: "InvalidKey" });
        await expect(Readable.from(store().list(prefix)).toArray()).rejects.toMatchObject({
          name: "InvalidKey",
        });
        expect(await store().stat("files/pq/1")).not.toBeNull();
      },
    );

    it("hands a blob out as a local file", async () => {
      const key = newKey();
      await store().write(key, Buffer.from("local"));
      const { path, dispose } = await store().localPath(
        key,
        await mkdtemp(join(tmpdir(), "alcoves-scratch-")),
      );
      expect((await stat(path)).size).toBe(5);
      await dispose();
      expect((await all(key)).toString()).toBe("local");
    });

    it.each([
      "",
      "/etc/passwd",
      "../x",
      "a/../../x",
      "a//b",
      "a\\b",
      "a\u0000b",
      "a/./b",
      "other/x",
      "x".repeat(600),
    ])("refuses the key %j", async (key) => {
      await expect((async () => store().write(key, Buffer.from("x")))()).rejects.toMatchObject({
        name: "InvalidKey",
      });
      await expect((async () => store().read(key))()).rejects.toMatchObject({ name: "InvalidKey" });
    });

    it("says that it is well", async () => {
      await expect(store().check()).resolves.toBeUndefined();
    });
  });
}
