import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
});
const { prisma } = instance.services.database;

async function film(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "alcoves-film-")), "film.avi");
  const source = "testsrc2=size=1280x720:rate=30:duration=60";
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", "-q:v", "4", path]);
  return path;
}

/** Command lines of processes that write a scratch file of the instance. */
async function transcodes(): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""); // it ended meanwhile
    if (line.includes(instance.config.dataPath) && line.includes("libx264")) found.push(line);
  }
  return found;
}

it("a transcode that somebody stops ends within seconds, leaves nothing behind, and can be asked for again", async () => {
  const ada = await addPerson(instance, "Ada");
  const fileId = await uploadFile(await film(), { ...instance, ...ada });
  const row = () => prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  const call = async (procedure: string) => {
    const answer = await fetch(`${instance.url}/api/trpc/files.${procedure}`, {
      method: "POST",
      headers: { authorization: `Bearer ${ada.token}`, "content-type": "application/json" },
      body: JSON.stringify({ json: { libraryId: ada.libraryId, fileId, job: "proxy" } }),
    });
    expect(answer.status).toBe(200);
  };
  await eventually(async () => {
    expect(await transcodes()).not.toEqual([]);
    expect((await row()).proxyProgress).toBeGreaterThan(0);
  }, 90_000);
  await call("cancelJob");
  expect(await row()).toMatchObject({ proxyStatus: "failed", proxyError: "Stopped by Ada." });
  await eventually(async () => expect(await transcodes()).toEqual([]), 6_000);
  await eventually(async () => {
    const left = await readdir(join(instance.config.dataPath, "scratch"));
    expect(left.filter((name) => name.endsWith(".mp4"))).toEqual([]);
  }, 6_000);
  expect((await row()).proxyDoneVersion).toBe(0);
  await call("retryJob");
  await eventually(async () => expect(await transcodes()).not.toEqual([]), 90_000);
  await call("cancelJob");
}, 240_000);
