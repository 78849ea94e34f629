import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { enterLibrary } from "@alcoves/core/access";
import { getFile } from "@alcoves/core/files";
import { fileMetadata, videoProxy } from "@alcoves/jobs";
import { closeMetadataReader, readMetadata } from "@alcoves/media/metadata";
import { addPerson, startTestInstance, uploadFile } from "@alcoves/testing";
import { missingPrograms } from "@alcoves/testing/real-files/independent";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import { afterAll, describe, expect, it } from "vitest";
import { runProcessor } from "./run-processor.ts";

const instance = await startTestInstance();
const folder = await mkdtemp(join(tmpdir(), "alcoves-live-"));
afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
  await instance.close();
});
const { prisma } = instance.services.database;
const missing = (await missingPrograms()).includes("exiftool");
if (missing) console.warn("SKIPPED for want of exiftool: a live photo of a real phone");

describe.skipIf(missing)("a live photo of a real phone", () => {
  describeWithSharedMedia("and a clip with its identifier", () => {
    it("are found to belong together, though both are read at once, and the clip is what plays", async () => {
      const still = sharedMediaFile("formats/heic/exif-at-eof.heic");
      const { contentIdentifier } = await readMetadata({ sourcePath: still, mimeType: "image/heic" });
      expect(contentIdentifier).toMatch(/^[0-9A-F-]{36}$/);
      const clip = join(folder, "IMG_1.MOV");
      await copyFile(sharedMediaFile("video/with-gps.mov"), clip);
      const written = ["-overwrite_original", `-Keys:ContentIdentifier=${contentIdentifier}`, clip];
      await promisify(execFile)("exiftool", written);

      const ada = await addPerson(instance);
      const target = { url: instance.url, token: ada.token, libraryId: ada.libraryId };
      const [clipId, stillId] = [await uploadFile(clip, target), await uploadFile(still, target)];
      const run = (rowId: string) => ({
        payload: { rowId, version: 1 },
        jobId: rowId,
        lastTry: true,
        deaths: 0,
      });
      await Promise.all(
        [clipId, stillId].map((id) => runProcessor(instance.services, fileMetadata, run(id))),
      );
      await runProcessor(instance.services, videoProxy, run(clipId));
      const row = await prisma.file.findUniqueOrThrow({ where: { id: clipId } });
      expect(row).toMatchObject({ companionOfId: stillId, proxyDoneVersion: 1 });

      const ctx = await enterLibrary(ada.ctx, ada.libraryId, "see the library");
      const details = await getFile(ctx, { libraryId: ada.libraryId, fileId: stillId });
      expect(details.clip).toMatchObject({ source: "proxy", mimeType: "video/mp4" });
      expect(details.companions).toMatchObject([{ fileId: clipId, name: "IMG_1.MOV" }]);
    }, 120_000);
  });
});
