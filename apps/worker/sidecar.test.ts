import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeMetadataReader, readMetadata } from "@alcoves/media/metadata";
import { addPerson, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
const folder = await mkdtemp(join(tmpdir(), "alcoves-sidecar-"));
afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
  await instance.close();
});
const ada = await addPerson(instance);
const { prisma } = instance.services.database;

const get = (fileId: string, format: string) =>
  fetch(`${instance.url}/api/media/${fileId}/sidecar.${format}`, {
    headers: { authorization: `Bearer ${ada.token}` },
  });
const photo = { name: "IMG_1.jpg", kind: "photo", mimeType: "image/jpeg", sizeBytes: 1n } as const;

/** One line of text as it is kept: without controls, and not empty. */
const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zs}\uFFFE\uFFFF]+/gu, " ").trim())
  .filter((text) => text !== "");
const facts = fc.record({
  // "Untitled" and its like are what cameras write.
  title: line.map((text) => `The ${text}`),
  description: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `The ${lines.join("\n")}`),
  keywords: fc.uniqueArray(line, { maxLength: 4 }),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  // 1970 to the second is no date.
  capturedAt: fc
    .date({ min: new Date("1830-01-02"), max: new Date("2025-12-31"), noInvalidDate: true })
    .filter((at) => at.getUTCFullYear() !== 1970),
  capturedOffsetMinutes: fc.option(fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)),
  latitude: fc.double({ min: 0.001, max: 89.9, noNaN: true }),
  longitude: fc.double({ min: -179.9, max: -0.001, noNaN: true }),
});

it("gives back by exiftool what was written into it", async () => {
  const sourcePath = join(folder, "drawing.svg");
  await writeFile(sourcePath, `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>`);
  await fc.assert(
    fc.asyncProperty(facts, async (written) => {
      const data = { ...photo, ...written, libraryId: ada.libraryId };
      const { id } = await prisma.file.create({ data });
      const sidecarPath = join(folder, `${id}.xmp`);
      await writeFile(sidecarPath, await (await get(id, "xmp")).text());
      const read = await readMetadata({ sourcePath, mimeType: "image/svg+xml", sidecarPath });
      expect(read).toMatchObject({
        ...written,
        latitude: expect.closeTo(written.latitude, 6),
        longitude: expect.closeTo(written.longitude, 6),
        capturedAtSource: "sidecar",
      });
    }),
    { numRuns: 25 },
  );
}, 120_000);

it("is offered as a file of its own, with everything in JSON", async () => {
  const { id } = await prisma.file.create({
    data: { ...photo, libraryId: ada.libraryId, title: "</rdf:li><script>" },
  });
  const [xmp, json] = [await get(id, "xmp"), await get(id, "json")];
  expect(xmp.headers.get("content-disposition")).toContain('attachment; filename="IMG_1.jpg.xmp"');
  expect(xmp.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await xmp.text()).toContain("&lt;/rdf:li&gt;&lt;script&gt;");
  expect(await json.json()).toMatchObject({ fileId: id, title: "</rdf:li><script>", rawMetadata: {} });
});
