import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { identifyProcess } from "./process-identity.mjs";
import { claimRun, stopDeadRun } from "./run-record.mjs";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "run-"));
  file = join(folder, "data/run.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

function startSleep() {
  const child = spawn("sleep", ["60"], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  return { pid: child.pid ?? 0, ended, kill: () => child.kill("SIGKILL") };
}

describe("claimRun", () => {
  it("refuses a folder that a living run uses, and takes it when that run has let go", async () => {
    const run = await claimRun(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(claimRun(file)).rejects.toThrow(`already running here, as process ${process.pid}`);
    run.release();
    expect(existsSync(file)).toBe(false);
    (await claimRun(file)).release();
  });

  it("stops what a killed run left behind", async () => {
    const left = startSleep();
    const run = await claimRun(file);
    run.note("redis", left.pid);
    const record = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(
      file,
      JSON.stringify({ ...record, starter: { pid: process.pid, identity: "of an earlier boot" } }),
    );
    (await claimRun(file)).release();
    expect(await left.ended).toBe("SIGTERM");
  });

  it("leaves a process alone that only has the number of one it left", async () => {
    const stranger = startSleep();
    const run = await claimRun(file);
    run.release();
    const gone = { pid: stranger.pid, identity: "started at another time" };
    writeFileSync(file, JSON.stringify({ starter: gone, children: { redis: gone } }));
    expect(await stopDeadRun(file)).toBe(true);
    expect(identifyProcess(stranger.pid)).toBeDefined();
    stranger.kill();
    await stranger.ended;
  });

  it("takes a folder whose record was cut off by a crash", async () => {
    (await claimRun(file)).release();
    writeFileSync(file, '{ "starter": { "pi');
    (await claimRun(file)).release();
  });
});

describe("stopDeadRun", () => {
  it("does not touch a living run", async () => {
    const run = await claimRun(file);
    expect(await stopDeadRun(file)).toBe(false);
    run.release();
    expect(await stopDeadRun(file)).toBe(false);
  });
});
