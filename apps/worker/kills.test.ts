import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { killWorkers } from "@alcoves/testing/kill-workers";
import { expect, it } from "vitest";

it("workers that are killed at random lose nothing, do nothing twice and leave nothing behind", async () => {
  const instance = await startTestInstance();
  const { standings, ...remains } = await killWorkers(instance, {
    ...{ files: 12, kills: 3, seed: 7, patienceMs: 150_000 },
  });
  expect(standings.length).toBeGreaterThan(20);
  for (const { name, status, error } of standings) {
    if (status === "failed") expect(`${name}: ${error}`).toMatch(/^(broken|trunc|corrupt).*(damaged|large)/);
  }
  expect(remains).toEqual({
    ...{ twice: [], activityTwice: [], temporaryFiles: [], systemTemporaryFiles: [], processes: [] },
  });
  await instance.close();
}, 300_000);

/** Kills whoever runs the transcode of a file, as a file does that breaks its decoder: the parent of the ffmpeg that reads it. */
async function killRunnerOf(fileId: string): Promise<boolean> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""); // it ended meanwhile
    if (!line.startsWith("ffmpeg\0") || !line.includes(fileId) || !line.includes("libx264")) continue;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const parent = Number(stat.split(") ").at(-1)?.split(" ")[1]);
    // An ffmpeg that is dying itself has no parent of ours any more.
    const runner = await readFile(`/proc/${parent}/cmdline`, "utf8").catch(() => "");
    if (!/\0(main|.*\/apart)\.ts\0/.test(runner)) continue;
    process.kill(parent, "SIGKILL");
    return true;
  }
  return false;
}

it("a file that kills its worker each time is set aside after three, and no other with it", async () => {
  const instance = await startTestInstance();
  const { prisma } = instance.services.database;
  const ada = await addPerson(instance);
  const folder = await mkdtemp(join(tmpdir(), "alcoves-poison-"));
  const film = async (name: string, seconds: number) => {
    const path = join(folder, name);
    const source = `testsrc2=size=1280x720:rate=30:duration=${seconds}`;
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", "-q:v", "4", path]);
    return uploadFile(path, { ...instance, ...ada });
  };
  const poison = await film("poison.avi", 30);
  const innocents = await Promise.all(["one.avi", "two.avi"].map((name) => film(name, 1)));
  const fileOf = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });

  const first = startTestWorker(instance);
  let strikes = 0;
  const strike = async () => {
    await eventually(async () => expect(await killRunnerOf(poison)).toBe(true), 180_000);
    await new Promise((resolve) => setTimeout(resolve, 500)); // until it is gone from the list of processes
    strikes += 1;
  };
  await strike();
  await first.kill(); // it is dead already; this waits for its end
  const second = startTestWorker(instance);
  while (strikes < 3) await strike();
  await eventually(async () => expect(await fileOf(poison)).toMatchObject({ proxyStatus: "failed" }), 60_000);
  expect((await fileOf(poison)).proxyError).toContain("stopped the worker three times");
  await eventually(async () => {
    for (const id of innocents) expect(await fileOf(id)).toMatchObject({ proxyStatus: "ready" });
  }, 90_000);
  await second.stop();
  await instance.close();
}, 600_000);
