import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
});

describeWithSharedMedia("first light", () => {
  it("takes a photo from upload to pictures", async () => {
    const ada = await addPerson(instance);
    const path = sharedMediaFile("orientation/Landscape_6.jpg");
    const fileId = await uploadFile(path, { url: instance.url, token: ada.token, libraryId: ada.libraryId });
    const row = await eventually(async () => {
      const row = await instance.services.database.prisma.file.findUniqueOrThrow({ where: { id: fileId } });
      expect(row).toMatchObject({ variantsStatus: "ready", metadataStatus: "ready" });
      return row;
    });
    expect(row).toMatchObject({ widthPx: 600, heightPx: 450, orientation: 6, kind: "photo" });
    expect(Buffer.from(row.sha256 ?? [])).toEqual(
      createHash("sha256")
        .update(await readFile(path))
        .digest(),
    );
    const headers = { authorization: `Bearer ${ada.token}` };
    for (const variant of ["card", "timeline", "preview", "search"]) {
      const answer = await fetch(`${instance.url}/api/media/${fileId}/${variant}?v=1`, { headers });
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500);
    }
  });
});
