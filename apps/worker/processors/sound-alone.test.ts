import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileMetadata, type TrackedJob, videoProxy, videoSprites, videoThumbnail } from "@alcoves/jobs";
import { closeMetadataReader } from "@alcoves/media/metadata";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { runProcessor } from "../run-processor.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-sound-"));
const instance = await startTestInstance();
afterAll(async () => {
  await closeMetadataReader();
  await instance.close();
  rmSync(folder, { recursive: true });
});
const ada = await addPerson(instance);
const { prisma } = instance.services.database;

it.each([
  ["memo.webm", ["-c:a", "libopus"], "audio/webm", "not_needed"],
  ["memo.mp4", ["-c:a", "aac", "-brand", "isom"], "audio/mp4", "not_needed"],
  ["memo.mkv", ["-c:a", "flac"], "audio/x-matroska", "ready"],
  ["memo.wma", ["-c:a", "wmav2"], "audio/x-ms-asf", "ready"],
])(
  "a video's container with sound alone is a sound, whichever job comes first: %s",
  async (name, codec, mimeType, proxyStatus) => {
    const path = join(folder, name);
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=duration=1", ...codec, path]);
    const fileId = await uploadFile(path, { ...instance, ...ada });
    const run = async (job: TrackedJob) => {
      await runProcessor(instance.services, job, {
        payload: { rowId: fileId, version: 1 },
        jobId: fileId,
        lastTry: true,
        deaths: 0,
      });
      return prisma.file.findUniqueOrThrow({ where: { id: fileId } });
    };
    await run(videoSprites);
    expect(await run(videoThumbnail)).toMatchObject({
      thumbnailStatus: "not_needed",
      spritesStatus: "not_needed",
    });
    expect(await run(fileMetadata)).toMatchObject({ kind: "audio", mimeType, metadataStatus: "ready" });
    expect(await run(videoProxy)).toMatchObject({ proxyStatus, proxyError: null });
    const headers = { authorization: `Bearer ${ada.token}` };
    const kind = proxyStatus === "ready" ? "proxy?v=1" : "original";
    const answer = await fetch(`${instance.url}/api/media/${fileId}/${kind}`, { headers });
    expect(answer.headers.get("content-type")).toBe(proxyStatus === "ready" ? "audio/mp4" : mimeType);
  },
);
