import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { explainFfmpeg, ranOutOfMemory } from "./ffmpeg-reasons.ts";
import { leash } from "./leash.ts";

const run = promisify(execFile);

describe("a child on the leash", () => {
  it("ends with its parent, also when that is killed", async () => {
    const parent = spawn("sh", ["-c", `"${leash}" sleep 60 & echo $!; wait`]);
    const [pid] = await once(parent.stdout, "data");
    // Empty for a process that has ended and is only to be waited for.
    const command = () => readFile(`/proc/${String(pid).trim()}/cmdline`, "utf8").catch(() => "");
    // The shell that starts it has become `sleep` when it is on the leash.
    await expect.poll(command).toBe("sleep\x0060\0");
    parent.kill("SIGKILL");
    await expect.poll(command).toBe("");
  });

  it("has a bound of memory that real work does not reach", async () => {
    const { stdout } = await run(leash, ["sh", "-c", "ulimit -d"]);
    expect(Number(stdout)).toBeGreaterThan(1_000_000);
    expect(Number(stdout)).toBeLessThanOrEqual(8 * 1024 * 1024);
  });

  it("fails with a reason when it wants more than there is", async () => {
    const film = ["-f", "lavfi", "-i", "testsrc2=size=7680x4320", "-frames:v", "3", "-f", "null", "-"];
    const bounded = ["sh", "-c", 'ulimit -d 150000; exec ffmpeg -nostdin -v error "$@"', "sh", ...film];
    // Some filters of ffmpeg end well where they should say that they came to no end: what it writes is the sign.
    const { stderr } = await run(leash, bounded, { timeout: 20_000, killSignal: "SIGKILL" }).catch(
      (error: { stderr: string }) => error,
    );
    expect(ranOutOfMemory(stderr)).toBe(true);
    expect(explainFfmpeg(new Error(stderr)).reason).toBe(
      "The server ran short of memory while it converted the video.",
    );
  });
});
