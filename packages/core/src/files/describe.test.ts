import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { putTags } from "../tags/index.ts";
import { describeFile, exportSidecar, getFile } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const [ada, cleo] = [await addPerson(instance), await addPerson(instance, "Cleo")];
const { id: libraryId } = await prisma.library.create({
  data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
});
await prisma.libraryMember.create({ data: { libraryId, userId: cleo.userId, role: "contributor" } });
const ctx = await enterLibrary(ada.ctx, libraryId, "describe files");
const asCleo = await enterLibrary(cleo.ctx, libraryId, "describe files");

async function addFile(uploadedById: string, description: string | null): Promise<string> {
  const { id } = await prisma.file.create({
    data: {
      ...{ libraryId, uploadedById, description },
      name: "a.jpg",
      kind: "photo",
      mimeType: "image/jpeg",
      sizeBytes: 1n,
    },
  });
  return id;
}

it("shows what was written before what the file says, nothing for an empty text, and the file's own again", async () => {
  const fileId = await addFile(ada.userId, "of the camera");
  const shown = async () => {
    const { description, writtenDescription } = await getFile(ctx, { libraryId, fileId });
    return [description, writtenDescription];
  };
  expect(await shown()).toEqual(["of the camera", null]);
  await describeFile(ctx, { libraryId, fileId, description: "  The sea,\nat last \n" });
  expect(await shown()).toEqual(["The sea,\nat last", "The sea,\nat last"]);
  await describeFile(ctx, { libraryId, fileId, description: "" });
  expect(await shown()).toEqual([null, ""]);
  expect((await exportSidecar(ctx, fileId, "xmp")).text).not.toContain("dc:description");
  await describeFile(ctx, { libraryId, fileId, description: null });
  expect(await shown()).toEqual(["of the camera", null]);
  expect(await prisma.event.count({ where: { fileId, kind: "file.changed" } })).toBe(3);
});

it("writes descriptions and tags into sidecars as text, whatever they hold", async () => {
  const fileId = await addFile(ada.userId, null);
  const hostile = `</rdf:li><script>alert("1")</script>&amp;`;
  await describeFile(ctx, { libraryId, fileId, description: hostile });
  await putTags(ctx, { libraryId, fileIds: [fileId], addNames: ["<img src=x onerror=alert(1)>"] });
  const xmp = await exportSidecar(ctx, fileId, "xmp");
  expect(xmp.text).toContain(`&lt;/rdf:li&gt;&lt;script&gt;alert("1")&lt;/script&gt;&amp;amp;`);
  expect(xmp.text).toContain("<rdf:li>&lt;img src=x onerror=alert(1)&gt;</rdf:li>");
  const json = JSON.parse((await exportSidecar(ctx, fileId, "json")).text);
  expect(json).toMatchObject({ description: hostile, tags: [{ name: "<img src=x onerror=alert(1)>" }] });
});

it("is for whoever may change the file, up to ten thousand characters and no controls", async () => {
  const [hers, his] = [await addFile(cleo.userId, null), await addFile(ada.userId, null)];
  await describeFile(asCleo, { libraryId, fileId: hers, description: "mine" });
  const refused = describeFile(asCleo, { libraryId, fileId: his, description: "mine" });
  await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await getFile(asCleo, { libraryId, fileId: his })).toMatchObject({ mayDescribe: false });
  await describeFile(ctx, { libraryId, fileId: hers, description: "x".repeat(10_000) });
  for (const description of ["x".repeat(10_001), "a\0b"])
    await expect(describeFile(ctx, { libraryId, fileId: hers, description })).rejects.toThrow();
});
