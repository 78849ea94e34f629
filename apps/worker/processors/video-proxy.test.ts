import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { getFile } from "@alcoves/core/files";
import { videoProxy } from "@alcoves/jobs";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "alcoves-proxy-"));
const instance = await startTestInstance();
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
  rmSync(folder, { recursive: true });
});
const ada = await addPerson(instance);

/** Uploads two seconds of pictures and sound. @param codec of the pictures. @param more of ffmpeg's options */
async function upload(name: string, codec: string, ...more: string[]): Promise<string> {
  const sources = ["testsrc2=size=320x240:duration=2", "sine=duration=2"].flatMap((source) => [
    ...["-f", "lavfi", "-i", source],
  ]);
  const path = join(folder, name);
  execFileSync("ffmpeg", ["-v", "error", ...sources, "-c:v", codec, "-pix_fmt", "yuv420p", ...more, path]);
  return uploadFile(path, { ...instance, ...ada });
}

async function find(fileId: string) {
  const ctx = await enterLibrary(ada.ctx, ada.libraryId, "see the library");
  const { playback, jobs } = await getFile(ctx, { libraryId: ada.libraryId, fileId });
  return { sources: playback.map(({ source }) => source), proxy: jobs.proxy.status };
}

it("keeps nobody waiting for a video that browsers play: it is found out before any transcode", async () => {
  const { queueDesk } = instance.services;
  await queueDesk.pause(videoProxy);
  const playable = await upload("plays.mp4", "libx264");
  const foreign = await upload("foreign.avi", "mpeg4");
  expect(await find(playable)).toEqual({ sources: [], proxy: "not_needed" });
  await eventually(async () => {
    expect(await find(playable)).toEqual({ sources: ["original"], proxy: "not_needed" });
    expect(await find(foreign)).toEqual({ sources: [], proxy: "queued" });
  }, 60_000);
  await queueDesk.resume(videoProxy);
  await eventually(async () => {
    expect(await find(foreign)).toEqual({ sources: ["proxy"], proxy: "ready" });
  }, 60_000);
  const { proxyVersion } = await instance.services.database.prisma.file.findUniqueOrThrow({
    where: { id: playable },
  });
  expect(proxyVersion).toBe(0);
});

it("plays a recording of a browser at once, and then a copy in which people can seek", async () => {
  const { queueDesk } = instance.services;
  await queueDesk.pause(videoProxy);
  // A recorder writes as it goes along: it knows neither the length nor where anything will be.
  const recording = await upload("recording.webm", "libvpx", "-live", "1");
  await eventually(async () => {
    expect(await find(recording)).toEqual({ sources: ["original"], proxy: "queued" });
  }, 60_000);
  await queueDesk.resume(videoProxy);
  await eventually(async () => {
    expect(await find(recording)).toEqual({ sources: ["proxy", "original"], proxy: "ready" });
  }, 60_000);
  const { durationMs } = await instance.services.database.prisma.file.findUniqueOrThrow({
    where: { id: recording },
  });
  expect(Math.abs((durationMs ?? 0) - 2_000)).toBeLessThan(100);
});
