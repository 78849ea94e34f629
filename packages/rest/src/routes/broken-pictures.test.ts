import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pictureVersion, variants } from "@alcoves/core/variants";
import {
  addPerson,
  startPrivateRedis,
  startTestInstance,
  startTestWorker,
  uploadFile,
} from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const redis = await startPrivateRedis();
const instance = await startTestInstance({ redisUrl: redis.url });
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
  await redis.close();
});
const { prisma } = instance.services.database;
const storagePath = instance.config.storage.driver === "local" ? instance.config.storage.path : "";
const ada = await addPerson(instance);

async function ask(path: string): Promise<[number, string]> {
  const answer = await fetch(instance.url + path, { headers: { authorization: `Bearer ${ada.token}` } });
  const { message } = (await answer.json()) as { message: string };
  return [answer.status, message];
}

const folderOf = (id: string) => join(storagePath, "cache", ada.libraryId, id.slice(-2), id);

/** A photo by its row, with whatever bytes. */
async function photo(bytes: Buffer | null): Promise<string> {
  const { id } = await prisma.file.create({
    data: { libraryId: ada.libraryId, name: "x.png", kind: "photo", mimeType: "image/png", sizeBytes: 1n },
  });
  if (bytes)
    await instance.services.storage.write(`files/${ada.libraryId}/${id.slice(-2)}/${id}/original`, bytes);
  return id;
}

describe.each([
  ["the worker", () => redis.start()],
  ["the server, while Redis is away", () => redis.stop()],
])(
  "made by %s",
  (_who, prepare) => {
    it("a picture of damaged bytes is refused with what is wrong with them", async () => {
      await prepare();
      const [status, message] = await ask(`/api/media/${await photo(Buffer.from("no picture"))}/preview`);
      expect(status).toBe(400);
      expect(message).toMatch(/damaged|cannot|not/i);
    });

    it("a picture whose original is lost gives away nothing of the inside", async () => {
      const [status, message] = await ask(`/api/media/${await photo(null)}/preview`);
      expect([status, message]).toEqual([
        503,
        "This picture could not be made just now. Try again in a moment.",
      ]);
    });

    it("a picture that storage does not take may be asked for again", async () => {
      const png = Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      );
      const id = await uploadFile(png, { ...instance, ...ada, name: "x.png" });
      const inTheWay = join(folderOf(id), "variants", `v${pictureVersion(1, variants.preview)}`, "preview");
      await mkdir(dirname(inTheWay), { recursive: true });
      await mkdir(join(inTheWay, "x"), { recursive: true });
      const [status, message] = await ask(`/api/media/${id}/preview`);
      expect(status).toBe(503);
      expect(message).not.toContain(storagePath);
      await rm(inTheWay, { recursive: true });
      await writeFile(join(dirname(inTheWay), "unrelated"), "");
      const answer = await fetch(`${instance.url}/api/media/${id}/preview`, {
        headers: { authorization: `Bearer ${ada.token}` },
      });
      expect(answer.headers.get("content-type")).toBe("image/jpeg");
    });
  },
  60_000,
);

it("an original that is lost is told of as such", async () => {
  const [status, message] = await ask(`/api/media/${await photo(null)}/original`);
  expect([status, message]).toEqual([404, "The bytes of this file are missing on the server."]);
});
