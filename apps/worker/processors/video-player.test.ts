import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transaction } from "@alcoves/core";
import { requestJobs } from "@alcoves/core/processing";
import { videoHls, videoSprites } from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { runProcessor } from "../run-processor.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-player-"));
const instance = await startTestInstance();
afterAll(async () => {
  await instance.close();
  rmSync(folder, { recursive: true });
});
const ada = await addPerson(instance);
const headers = { authorization: `Bearer ${ada.token}` };

function film(): string {
  const options = ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25:duration=3"];
  execFileSync("ffmpeg", [...options, "-c:v", "mpeg4", "-y", join(folder, "film.avi")]);
  return join(folder, "film.avi");
}

const get = (path: string, more: Record<string, string> = {}) =>
  fetch(instance.url + path, { headers: { ...headers, ...more } });

it("gives a player scrub pictures that are sent with ranges and kept for good", async () => {
  const fileId = await uploadFile(film(), { ...instance, ...ada });
  const job = { payload: { rowId: fileId, version: 1 }, jobId: fileId, lastTry: true, deaths: 0 };
  await runProcessor(instance.services, videoSprites, job);
  const row = await instance.services.database.prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  expect(row).toMatchObject({ spritesStatus: "ready", spritesDoneVersion: 1 });
  const index = await get(`/api/media/${fileId}/sprites/index?v=1`);
  expect(await index.json()).toMatchObject({ version: 1, intervalMs: 1_000, count: 3, tileWidthPx: 160 });
  const sheet = await get(`/api/media/${fileId}/sprites/sheet?v=1`, { range: "bytes=0-3" });
  expect([sheet.status, await sheet.text()]).toEqual([206, "RIFF"]);
  expect(sheet.headers.get("cache-control")).toContain("immutable");
  const etag = sheet.headers.get("etag") ?? "";
  expect((await get(`/api/media/${fileId}/sprites/sheet?v=1`, { "if-none-match": etag })).status).toBe(304);
});

it("gives a player a stream whose lists name their version, and keeps the old one beside the new", async () => {
  const fileId = await uploadFile(film(), { ...instance, ...ada });
  const ctx = instance.as({ kind: "system", job: "video-hls" });
  const address = (part: string) => `/api/media/${fileId}/hls/${part}`;
  expect((await get(address("master.m3u8"))).status).toBe(404);
  for (const version of [1, 2]) {
    await transaction(ctx, (ctx) => requestJobs(ctx, videoHls, [fileId]));
    const job = { payload: { rowId: fileId, version }, jobId: fileId, lastTry: true, deaths: 0 };
    await runProcessor(instance.services, videoHls, job);
    const master = await get(address(`master.m3u8?v=${version}`));
    expect(master.headers.get("content-type")).toBe("application/vnd.apple.mpegurl");
    expect(await master.text()).toContain(`\n360p/index.m3u8?v=${version}\n`);
    const index = await (await get(address(`360p/index.m3u8?v=${version}`))).text();
    expect(index).toContain(`URI="media.mp4?v=${version}"`);
    const [, length, start] = /BYTERANGE:(\d+)@(\d+)/.exec(index) ?? [];
    const range = `bytes=${start}-${Number(start) + Number(length) - 1}`;
    const segment = await get(address(`360p/media.mp4?v=${version}`), { range });
    expect([segment.status, (await segment.arrayBuffer()).byteLength]).toEqual([206, Number(length)]);
  }
  expect((await get(address("master.m3u8?v=1"))).status).toBe(200);
  for (const wrong of [
    "master.m3u8?v=3",
    "master.m3u8?v=0",
    "master.m3u8?v=1e0x",
    "1080p/index.m3u8?v=1",
    "360p/other.mp4?v=1",
    "..%2f..%2fproxy/index.m3u8?v=1",
    "360p/..%2fmaster.m3u8?v=1",
    "constructor/toString?v=1",
  ]) {
    expect((await get(address(wrong))).status, wrong).toBe(404);
  }
}, 60_000);
