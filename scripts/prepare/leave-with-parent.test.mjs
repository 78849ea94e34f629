import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { identifyProcess } from "./process-identity.mjs";

const preload = new URL("./leave-with-parent.mjs", import.meta.url).href;

it("a child leaves, with what it had started, when its parent is killed", async () => {
  const child =
    'console.log(process.pid, require("child_process").spawn("sleep", ["60"]).pid); setInterval(() => {}, 1000)';
  const parent = `
    const { spawn } = require("child_process");
    const args = ["--import", ${JSON.stringify(preload)}, "-e", ${JSON.stringify(child)}];
    spawn(process.execPath, args, { detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    setInterval(() => {}, 1000);
  `;
  const killed = spawn(process.execPath, ["-e", parent], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(killed.stdout, "data");
  const pids = String(line).trim().split(" ").map(Number);
  expect(pids.map(identifyProcess)).not.toContain(undefined);
  killed.kill("SIGKILL");
  await vi.waitFor(() => expect(pids.map(identifyProcess)).toEqual([undefined, undefined]), {
    timeout: 10_000,
  });
});
