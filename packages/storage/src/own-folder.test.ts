import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { createOwnFolder } from "./own-folder.ts";

const pace = { beatMs: 50, goneMs: 2_000 };
/** Longer than anybody silent would be left alone. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, pace.goneMs + 500));
const newParent = () => mkdtemp(join(tmpdir(), "alcoves-own-"));

async function startedOwner(parent: string) {
  const folder = createOwnFolder(parent, pace);
  await folder.prepare();
  await writeFile(join(folder.path, "half"), "x");
  return folder;
}

it("leaves the folders of the living alone, and takes its own along when it ends", async () => {
  const parent = await newParent();
  const [one, other] = [await startedOwner(parent), await startedOwner(parent)];
  await aWhile();
  expect(await readdir(one.path)).toContain("half");
  expect(await readdir(other.path)).toContain("half");
  await one.close();
  await other.close();
  expect(await readdir(parent)).toEqual([]);
});

it("sweeps what a killed process has left, and what an older build has left beside it", async () => {
  const parent = await newParent();
  const program = `
    import { createOwnFolder } from ${JSON.stringify(new URL("./own-folder.ts", import.meta.url).href)};
    await createOwnFolder(${JSON.stringify(parent)}, ${JSON.stringify(pace)}).prepare();
    setInterval(() => {}, 1_000);
    console.log("ready");`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const killed = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(killed.stdout, "data");
  await writeFile(join(parent, "left-by-an-older-build"), "x");
  const owner = await startedOwner(parent);
  await aWhile();
  expect(await readdir(parent)).toHaveLength(2);
  killed.kill("SIGKILL");
  await expect.poll(() => readdir(parent), { timeout: 10_000 }).toHaveLength(1);
  expect(await readdir(owner.path)).toContain("half");
  await owner.close();
});

it("takes an owner that was only halted for a while for alive: the watcher's own time counts", async () => {
  const parent = await newParent();
  const owner = await startedOwner(parent);
  await promisify(execFile)("touch", ["-d", "2001-01-01", join(owner.path, ".alive")]);
  const watcher = await startedOwner(parent);
  await aWhile();
  expect(await readdir(owner.path)).toContain("half");
  await owner.close();
  await watcher.close();
});
