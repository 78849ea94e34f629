import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("keeps processes that start together apart", async () => {
  const log = join(folder, "log");
  const script = `
    const { oneAtATime } = await import(${JSON.stringify(new URL("./one-at-a-time.mjs", import.meta.url).href)});
    const { appendFileSync } = await import("node:fs");
    await oneAtATime(${JSON.stringify(join(folder, "lock"))}, async () => {
      appendFileSync(${JSON.stringify(log)}, "in ");
      await new Promise((resolve) => setTimeout(resolve, 100));
      appendFileSync(${JSON.stringify(log)}, "out ");
    });`;
  const runs = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
    return new Promise((resolve) => child.once("exit", resolve));
  });
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
  expect(readFileSync(log, "utf8")).toBe("in out ".repeat(4));
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

it("lets go when the work fails, and takes over from a holder that died", async () => {
  const lock = join(folder, "lock");
  await expect(oneAtATime(lock, () => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
  writeFileSync(lock, JSON.stringify({ pid: process.pid, identity: "of an earlier boot" }));
  expect(await oneAtATime(lock, async () => "done")).toBe("done");
});
