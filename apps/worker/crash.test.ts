import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** Seconds of a film that takes a while to transcode, in a codec that no browser plays. */
async function film(seconds: number): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "alcoves-film-")), "film.avi");
  const source = `testsrc2=size=1280x720:rate=30:duration=${seconds}`;
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", "-q:v", "4", path]);
  return path;
}

/** Processes of this machine that work on the instance's files, by their command lines. */
async function processesOnInstance(): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""); // it ended meanwhile
    if (line.includes(instance.config.dataPath)) found.push(line.replaceAll("\0", " "));
  }
  return found;
}

it("a transcode whose worker was killed ends with it, and another worker completes it by itself", async () => {
  const ada = await addPerson(instance);
  const first = startTestWorker(instance);
  const fileId = await uploadFile(await film(40), { ...instance, ...ada });
  const proxy = () => prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  await eventually(async () => {
    expect(await proxy()).toMatchObject({ proxyStatus: "processing" });
    expect((await proxy()).proxyProgress).toBeGreaterThan(0);
    expect(await processesOnInstance()).not.toEqual([]);
  }, 60_000);
  await first.kill();
  expect((await proxy()).proxyDoneVersion).toBe(0);
  await eventually(async () => expect(await processesOnInstance()).toEqual([]), 3_000);

  const second = startTestWorker(instance);
  await eventually(async () => expect(await proxy()).toMatchObject({ proxyStatus: "ready" }), 150_000);
  await second.stop();
  const headers = { authorization: `Bearer ${ada.token}` };
  const url = `${instance.url}/api/media/${fileId}/proxy?v=1`;
  expect((await fetch(url, { headers: { ...headers, range: "bytes=0-99" } })).status).toBe(206);
  const shown = ["-v", "error", "-headers", `authorization: Bearer ${ada.token}\r\n`];
  const asked = [...shown, "-show_entries", "format=duration", "-of", "csv=p=0", url];
  expect(Math.round(Number((await promisify(execFile)("ffprobe", asked)).stdout))).toBe(40);
}, 240_000);
