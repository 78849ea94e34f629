import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeWaveform } from "@alcoves/core/waveforms/schema";
import {
  audioWaveform,
  fileMetadata,
  fileVariants,
  type TrackedJob,
  videoProxy,
  videoThumbnail,
} from "@alcoves/jobs";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { runProcessor } from "../run-processor.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-sound-"));
const instance = await startTestInstance();
afterAll(async () => {
  await instance.close();
  rmSync(folder, { recursive: true });
});
const ada = await addPerson(instance);
const { prisma } = instance.services.database;

const get = (path: string, more: Record<string, string> = {}) =>
  fetch(instance.url + path, { headers: { authorization: `Bearer ${ada.token}`, ...more } });

/** Two seconds of a tone. */
function tone(name: string, ...options: string[]): string {
  const source = ["-f", "lavfi", "-i", "sine=duration=2"];
  execFileSync("ffmpeg", ["-v", "error", ...source, ...options, "-y", join(folder, name)]);
  return join(folder, name);
}

/** The same with a cover of 90 × 60 px. */
function toneWithCover(name: string): string {
  const cover = join(folder, "cover.png");
  const teal = ["-f", "lavfi", "-i", "color=teal:size=90x60", "-frames:v", "1"];
  execFileSync("ffmpeg", ["-v", "error", ...teal, "-y", cover]);
  return tone(
    name,
    "-i",
    cover,
    "-map",
    "0:a",
    "-map",
    "1:v",
    "-c:v",
    "copy",
    "-disposition:v",
    "attached_pic",
  );
}

async function upload(path: string, ...jobs: TrackedJob[]) {
  const fileId = await uploadFile(path, { ...instance, ...ada });
  for (const job of jobs) {
    const run = { payload: { rowId: fileId, version: 1 }, jobId: fileId, lastTry: true, deaths: 0 };
    await runProcessor(instance.services, job, run);
  }
  return { fileId, row: await prisma.file.findUniqueOrThrow({ where: { id: fileId } }) };
}

describe("sound", () => {
  it("has peaks in two forms, and its loudness on its row", async () => {
    const { fileId, row } = await upload(tone("tone.wav"), audioWaveform);
    expect(row).toMatchObject({ kind: "audio", waveformStatus: "ready" });
    expect(row.loudnessLufs).toBeCloseTo(-21.8, 0);
    expect(row.truePeakDbtp).toBeCloseTo(-18, 0);
    const address = `/api/media/${fileId}/waveform?v=1`;
    const binary = await get(address);
    const read = decodeWaveform(new Uint8Array(await binary.arrayBuffer()));
    expect(read).toMatchObject({ peaksPerSecond: 50, sampleRate: 16_000 });
    expect(read?.peaks.length).toBe(100);
    expect(binary.headers.get("cache-control")).toContain("immutable");
    expect(binary.headers.get("vary")).toContain("accept");
    for (const json of [get(`${address}&format=json`), get(address, { accept: "application/json" })]) {
      const answer = await json;
      expect(answer.headers.get("etag")).not.toBe(binary.headers.get("etag"));
      expect(await answer.json()).toEqual({ ...read, peaks: [...(read?.peaks ?? [])] });
    }
    expect((await get(address, { range: "bytes=0-3" })).status).toBe(206);
  });

  it("shows the cover that it carries as its pictures", async () => {
    const { fileId, row } = await upload(toneWithCover("song.flac"), videoThumbnail, fileVariants);
    expect(row).toMatchObject({ thumbnailStatus: "ready", variantsStatus: "ready" });
    const card = await get(`/api/media/${fileId}/card?v=1`);
    writeFileSync(join(folder, "card.jpg"), Buffer.from(await card.arrayBuffer()));
    const options = ["-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0"];
    const size = execFileSync("ffprobe", [...options, join(folder, "card.jpg")]);
    expect(size.toString().trim()).toBe("90,60");
  });

  it("is none the worse for a cover that is broken, or for none", async () => {
    const broken = toneWithCover("broken.mp3");
    const bytes = readFileSync(broken);
    bytes.fill(0, bytes.indexOf("IHDR") + 4, bytes.indexOf("IHDR") + 12);
    writeFileSync(broken, bytes);
    for (const path of [broken, tone("plain.mp3")]) {
      const { fileId, row } = await upload(path, videoThumbnail);
      expect(row).toMatchObject({ thumbnailStatus: "not_needed", variantsVersion: 0 });
      expect((await get(`/api/media/${fileId}/preview?v=1`)).status).toBe(404);
    }
  });

  it("of a kind that browsers do not play gets a copy that they do", async () => {
    for (const name of ["old.aiff", "old.ac3", "old.wma", "old.wv"]) {
      const { fileId, row } = await upload(tone(name), fileMetadata, videoProxy, audioWaveform);
      expect(row, name).toMatchObject({ kind: "audio", proxyStatus: "ready", waveformStatus: "ready" });
      const proxy = await get(`/api/media/${fileId}/proxy?v=1`);
      expect(proxy.headers.get("content-type")).toBe("audio/mp4");
      expect(proxy.headers.get("content-disposition")).toContain('old.m4a"');
    }
    const known = await upload(tone("new.mp3"), fileMetadata);
    expect(known.row).toMatchObject({ proxyStatus: "not_needed", proxyVersion: 0 });
  });
});
