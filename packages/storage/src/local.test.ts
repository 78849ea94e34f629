import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeBlobStore } from "./blob-store.contract.ts";
import { createLocalBlobStore } from "./local.ts";

const rootPath = await mkdtemp(join(tmpdir(), "alcoves-local-"));
const store = createLocalBlobStore({ rootPath });

describeBlobStore("a local folder", () => store);

it("lets a reader finish the blob it began, also when it is replaced meanwhile", async () => {
  const [old, fresh] = [Buffer.alloc(2_000_000, 1), Buffer.alloc(10, 2)];
  await store.write("files/reader", old);
  const { stream } = await store.read("files/reader");
  await store.write("files/reader", fresh);
  expect(Buffer.concat(await stream.toArray()).equals(old)).toBe(true);
});

it("leaves nothing behind of writes that broke off, however early", async () => {
  const broken = () => new Readable({ read: () => {} }).destroy(new Error("the sender left"));
  const writes = Array.from({ length: 50 }, () => store.write("files/broken", broken()));
  for (const { status } of await Promise.allSettled(writes)) expect(status).toBe("rejected");
  await setTimeout(100); // whoever opened its file late has done so
  const [own = ""] = await readdir(join(rootPath, ".incoming"));
  await expect.poll(() => readdir(join(rootPath, ".incoming", own))).toEqual([".alive"]);
});

it("says what to do when its folder is no folder", async () => {
  const path = join(rootPath, "a-file");
  await writeFile(path, "");
  const broken = createLocalBlobStore({ rootPath: path });
  await expect(broken.check()).rejects.toMatchObject({ name: "StorageUnavailable" });
  await expect(broken.write("files/x", Buffer.from("x"))).rejects.toThrow("ALCOVES_DATA_PATH");
  await expect(broken.remove("files/x")).rejects.toMatchObject({ name: "StorageUnavailable" });
  await expect(broken.removePrefix("files/")).rejects.toMatchObject({ name: "StorageUnavailable" });
  await rm(path);
});

it("writes while others write the same, and while one reads, and nobody sees a mixture", async () => {
  const key = "files/contested";
  const versions = Array.from({ length: 8 }, (_, place) => Buffer.alloc(400_000, place));
  await store.write(key, Buffer.alloc(400_000, 0));
  const readings = Array.from({ length: 20 }, async () => {
    const bytes = await store.readBuffer(key, 1_000_000);
    expect(bytes.length).toBe(400_000);
    expect(new Set(bytes).size).toBe(1);
  });
  await Promise.all([...versions.map((bytes) => store.write(key, bytes)), ...readings]);
});

const otherDisk = existsSync("/dev/shm") ? "/dev/shm" : null;
if (!otherDisk) console.warn("SKIPPED for want of /dev/shm: takes a file in from another disk");
it.skipIf(!otherDisk)("takes a file in from another disk", async () => {
  const bytes = Buffer.alloc(100_000, 7);
  const elsewhere = await mkdtemp(join(otherDisk ?? "", "alcoves-"));
  await writeFile(join(elsewhere, "upload"), bytes);
  await store.adopt(join(elsewhere, "upload"), "files/adopted");
  expect((await store.readBuffer("files/adopted", 1_000_000)).equals(bytes)).toBe(true);
  expect(await readdir(elsewhere)).toEqual([]);
  await rm(elsewhere, { recursive: true });
});
