import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeBlobStore } from "./blob-store.contract.ts";
import { createLocalBlobStore } from "./local.ts";

const rootPath = await mkdtemp(join(tmpdir(), "alcoves-local-"));
const store = createLocalBlobStore({ rootPath });

describeBlobStore("a local folder", () => store);

it("lets a reader finish the blob it began, also when it is replaced meanwhile", async () => {
  const [old, fresh] = [Buffer.alloc(2_000_000, 1), Buffer.alloc(10, 2)];
  await store.write("libraries/reader", old);
  const { stream } = await store.read("libraries/reader");
  await store.write("libraries/reader", fresh);
  expect(Buffer.concat(await stream.toArray()).equals(old)).toBe(true);
});

it("leaves nothing behind of writes that broke off", async () => {
  expect(await readdir(join(rootPath, ".incoming"))).toEqual([]);
});

it("says what to do when its folder is no folder", async () => {
  const path = join(rootPath, "a-file");
  await writeFile(path, "");
  const broken = createLocalBlobStore({ rootPath: path });
  await expect(broken.check()).rejects.toMatchObject({ name: "StorageUnavailable" });
  await expect(broken.write("libraries/x", Buffer.from("x"))).rejects.toThrow("ALCOVES_DATA_PATH");
  await rm(path);
});
