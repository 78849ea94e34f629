import { mkdir, mkdtemp, readdir, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { removeLeftovers } from "./leftovers.ts";
import { createLocalBlobStore } from "./local.ts";

async function folderWithLeftovers(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "alcoves-leftovers-"));
  await mkdir(join(folder, "a-folder"));
  for (const name of ["old", "fresh"]) await writeFile(join(folder, name), "x");
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1_000);
  for (const name of ["old", "a-folder"]) await utimes(join(folder, name), longAgo, longAgo);
  return folder;
}

it("removes what nobody has touched for a day, and nothing else", async () => {
  const folder = await folderWithLeftovers();
  await removeLeftovers(folder);
  expect((await readdir(folder)).sort()).toEqual(["a-folder", "fresh"]);
  await removeLeftovers(join(folder, "fresh"));
  await removeLeftovers(join(folder, "missing"));
});

it("a store begins by removing what a killed process left of its writes", async () => {
  const rootPath = await mkdtemp(join(tmpdir(), "alcoves-store-"));
  const incoming = join(rootPath, ".incoming");
  await mkdir(incoming);
  await writeFile(join(incoming, "half"), "x");
  const longAgo = new Date(0);
  await utimes(join(incoming, "half"), longAgo, longAgo);
  await createLocalBlobStore({ rootPath }).write("libraries/x", Buffer.from("x"));
  expect(await readdir(incoming)).toEqual([]);
});
