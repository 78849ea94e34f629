import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { supervise } from "./children.mjs";
import { identifyProcess } from "./process-identity.mjs";

const patience = { firstDelayMs: 20, deaths: 3, withinMs: 60_000 };
/** @type {import("./children.mjs").Child[]} */
const started = [];
afterEach(async () => {
  for (const child of started.splice(0)) await child.stop();
});

/**
 * @param {string} script that node runs
 * @param {Partial<import("./children.mjs").ChildSpec>} [spec]
 */
function startScript(script, spec) {
  const child = supervise({
    name: "script",
    patience,
    spawn: () => spawn(process.execPath, ["-e", script], { detached: true, stdio: "ignore" }),
    ...spec,
  });
  started.push(child);
  child.start();
  return child;
}

const forever = "setInterval(() => {}, 1000)";

describe("supervise", () => {
  it("starts a process again that was killed", async () => {
    const child = startScript(forever);
    const first = child.pid();
    child.kill();
    await child.ended();
    expect(child.pid()).toBeUndefined();
    await vi.waitFor(() => expect(child.pid()).toBeTypeOf("number"));
    expect(child.pid()).not.toBe(first);
  });

  it("does not start a process again that was stopped, until it is told to", async () => {
    const child = startScript(forever);
    await child.stop();
    await sleep(100);
    expect(child.pid()).toBeUndefined();
    child.start();
    expect(child.pid()).toBeTypeOf("number");
  });

  it("gives up on a process that dies again and again, and says how it ended", async () => {
    /** @type {Error[]} */
    const failures = [];
    startScript("process.exit(7)", { onGiveUp: (failure) => failures.push(failure) });
    await vi.waitFor(() => expect(failures).toHaveLength(1), { timeout: 10_000 });
    expect(failures[0]?.message).toMatch(/script died 3 times within a minute.*code 7/);
  });

  it("gives up on a program that is not there", async () => {
    /** @type {Error[]} */
    const failures = [];
    startScript("", {
      spawn: () => spawn("/no/such/program"),
      onGiveUp: (failure) => failures.push(failure),
    });
    await vi.waitFor(() => expect(failures[0]?.message).toMatch(/could not be started.*ENOENT/), {
      timeout: 10_000,
    });
  });

  it("kills a process that does not stop in time", async () => {
    const folder = mkdtempSync(join(tmpdir(), "children-"));
    const ready = join(folder, "ready");
    const stubborn = `process.on("SIGTERM", () => {}); require("fs").writeFileSync(${JSON.stringify(ready)}, "yes"); ${forever}`;
    const child = startScript(stubborn, { stopTimeoutMs: 200 });
    await vi.waitFor(() => readFileSync(ready), { timeout: 10_000 });
    await child.stop();
    expect(child.pid()).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  it("takes along what a killed process had started", async () => {
    const folder = mkdtempSync(join(tmpdir(), "children-"));
    const file = join(folder, "pid");
    const parent = `require("fs").writeFileSync(${JSON.stringify(file)}, String(require("child_process").spawn("sleep", ["60"]).pid)); ${forever}`;
    const child = startScript(parent);
    const grandchild = await vi.waitFor(() => Number(readFileSync(file, "utf8")) || expect.fail(), {
      timeout: 10_000,
    });
    expect(identifyProcess(grandchild)).toBeDefined();
    await child.stop();
    await vi.waitFor(() => expect(identifyProcess(grandchild)).toBeUndefined());
    rmSync(folder, { recursive: true });
  });
});
