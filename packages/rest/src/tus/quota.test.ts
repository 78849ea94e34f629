import { access } from "node:fs/promises";
import { join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { updateLibrary } from "@alcoves/core/libraries";
import { addPerson, createTusSender, startTestInstance, uploadFile, uploadIdOf } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** Someone whose library may hold so many bytes. */
async function withQuota(quotaBytes: number) {
  const person = await addPerson(instance);
  const { libraryId } = person;
  const lower = async (bytes: number) =>
    updateLibrary(await enterLibrary(person.ctx, libraryId, "change the library"), {
      libraryId,
      quotaBytes: bytes,
    });
  await lower(quotaBytes);
  return { ...person, url: instance.url, lower, sender: createTusSender({ ...instance, ...person }) };
}

const heldBy = async (libraryId: string) => {
  const { _sum } = await prisma.file.aggregate({ where: { libraryId }, _sum: { sizeBytes: true } });
  return Number(_sum.sizeBytes ?? 0n);
};

describe("a library's quota", () => {
  it("takes what fits, to the byte, and counts what is in the trash", async () => {
    const ada = await withQuota(10);
    const fileId = await uploadFile(Buffer.alloc(6), { ...ada, name: "six.bin" });
    await prisma.file.update({ where: { id: fileId }, data: { trashedAt: new Date() } });
    await expect(uploadFile(Buffer.alloc(5), { ...ada, name: "five.bin" })).rejects.toThrow(/413.*no room/s);
    await uploadFile(Buffer.alloc(4), { ...ada, name: "four.bin" });
    expect(await heldBy(ada.libraryId)).toBe(10);
  });

  it("lets one of two begin that fit only singly, ten times", async () => {
    const ada = await withQuota(10);
    for (let time = 0; time < 10; time += 1) {
      const both = await Promise.allSettled([ada.sender.begin(6), ada.sender.begin(6)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      await prisma.upload.deleteMany({ where: { libraryId: ada.libraryId } });
    }
  });

  it("takes as many as fit of those that begin and end at once", async () => {
    const ada = await withQuota(80);
    const places = await Promise.all(Array.from({ length: 10 }, () => ada.sender.begin(8)));
    await ada.lower(30);
    const answers = await Promise.all(places.map((place) => ada.sender.patch(place, Buffer.alloc(8))));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 204, ...Array(7).fill(413)]);
    expect(await heldBy(ada.libraryId)).toBe(24);
  });

  it("lowered while an upload is on its way is never exceeded, and nothing is left over", async () => {
    const ada = await withQuota(10);
    const place = await ada.sender.begin(8);
    await ada.lower(5);
    expect((await ada.sender.patch(place, Buffer.alloc(8))).status).toBe(413);
    expect(await heldBy(ada.libraryId)).toBe(0);
    const id = uploadIdOf(place);
    expect(await prisma.upload.findUnique({ where: { id } })).toBeNull();
    await expect(access(join(instance.config.dataPath, "uploads", id))).rejects.toThrow("ENOENT");
    const blobs: string[] = [];
    for await (const key of instance.services.storage.list(`files/${ada.libraryId}/`)) blobs.push(key);
    expect(blobs).toEqual([]);
  });
});
