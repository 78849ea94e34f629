import { createHash, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { updateLibrary } from "@alcoves/core/libraries";
import { smallUploadBytes } from "@alcoves/core/uploads/schema";
import {
  addPerson,
  createTusSender,
  startTestInstance,
  type TestPerson,
  uploadMetadata,
} from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const eve = await addPerson(instance, "Eve");
const newId = () => randomBytes(16).toString("hex");
const placeOf = (uploadId: string) => `${instance.url}/api/tus/${uploadId}`;
const senderOf = (person: TestPerson) => createTusSender({ ...instance, ...person });

/** Announces an upload under an id of the sender's; with `body`, its first bytes come along (tus' creation-with-upload). */
function announce(
  uploadId: string,
  { person = ada, size, body }: { person?: TestPerson; size: number; body?: Buffer },
): Promise<Response> {
  const { libraryId } = person;
  return fetch(`${instance.url}/api/tus`, {
    method: "POST",
    headers: {
      ...senderOf(person).headers,
      "upload-length": String(size),
      "upload-metadata": uploadMetadata({ libraryId, filename: "a.bin", uploadId }),
      ...(body && { "content-type": "application/offset+octet-stream" }),
    },
    body: body ? new Uint8Array(body) : undefined,
  });
}

async function expectOneFile(bytes: Buffer): Promise<string> {
  const files = await prisma.file.findMany({ where: { sizeBytes: BigInt(bytes.length) } });
  expect(files).toHaveLength(1);
  const fileId = files[0]?.id ?? "";
  const answer = await fetch(`${instance.url}/api/media/${fileId}/original`, {
    headers: senderOf(ada).headers,
  });
  const sha256 = createHash("sha256").update(bytes).digest();
  expect(
    createHash("sha256")
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest(),
  ).toEqual(sha256);
  expect(Buffer.from(files[0]?.sha256 ?? [])).toEqual(sha256);
  return fileId;
}

it("takes a file in one request, at the address that its sender knew", async () => {
  const [uploadId, bytes] = [newId(), randomBytes(100_001)];
  const answer = await announce(uploadId, { size: bytes.length, body: bytes });
  expect([answer.status, answer.headers.get("upload-offset")]).toEqual([201, "100001"]);
  expect(new URL(answer.headers.get("location") ?? "", instance.url).href).toBe(placeOf(uploadId));
  expect(answer.headers.get("alcoves-file-id")).toBe(await expectOneFile(bytes));
});

it("takes one without a byte in one request", async () => {
  const answer = await announce(newId(), { size: 0, body: Buffer.alloc(0) });
  const { sizeBytes } = await prisma.file.findUniqueOrThrow({
    where: { id: answer.headers.get("alcoves-file-id") ?? "" },
  });
  expect(sizeBytes).toBe(0n);
});

it("makes no second file when the answer was lost: the sender asks at the address and hears of the first", async () => {
  const [uploadId, bytes] = [newId(), randomBytes(100_002)];
  await announce(uploadId, { size: bytes.length, body: bytes });
  const again = await announce(uploadId, { size: bytes.length, body: bytes });
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("has begun already")]);
  const known = await senderOf(ada).head(placeOf(uploadId));
  expect(known.headers.get("alcoves-file-id")).toBe(await expectOneFile(bytes));
});

it("makes one whole file of announcements that come at once, whoever of them is first", async () => {
  const sizes = Array.from({ length: 8 }, (_, place) => 1_200_000 + place);
  await Promise.all(
    sizes.map(async (size) => {
      const [uploadId, bytes] = [newId(), randomBytes(size)];
      const answers = await Promise.all(
        [0, 1, 2].map(() => announce(uploadId, { size, body: bytes }).then(({ status }) => status)),
      );
      expect(answers.sort()).toEqual([201, 409, 409]);
      await expectOneFile(bytes);
    }),
  );
});

it("goes on with what came of a file whose first request broke off", async () => {
  const [uploadId, bytes] = [newId(), randomBytes(100_003)];
  const first = await announce(uploadId, { size: bytes.length, body: bytes.subarray(0, 60_000) });
  expect(first.headers.get("upload-offset")).toBe("60000");
  expect((await announce(uploadId, { size: bytes.length, body: bytes })).status).toBe(409);
  const last = await senderOf(ada).patch(placeOf(uploadId), bytes.subarray(60_000), 60_000);
  expect(last.headers.get("alcoves-file-id")).toBe(await expectOneFile(bytes));
});

it.each(["its row", "its row and the note of what is to come"])(
  "begins anew when a crash left nothing of the announcement but %s",
  async (left) => {
    const [uploadId, bytes] = [newId(), randomBytes(100_004 + left.length)];
    await prisma.upload.create({
      data: {
        id: uploadId,
        libraryId: ada.libraryId,
        userId: ada.userId,
        name: "a.bin",
        sizeBytes: BigInt(bytes.length),
      },
    });
    const note = { id: uploadId, size: bytes.length, offset: 0, metadata: {} };
    if (left !== "its row") {
      await writeFile(join(instance.config.dataPath, "uploads", `${uploadId}.json`), JSON.stringify(note));
    }
    expect((await senderOf(ada).head(placeOf(uploadId))).status).toBeGreaterThanOrEqual(404);
    expect((await announce(uploadId, { size: bytes.length, body: bytes })).status).toBe(201);
    await expectOneFile(bytes);
  },
);

it("keeps an id to the one who took it, and to the file it was taken for", async () => {
  const [uploadId, bytes] = [newId(), randomBytes(100_005)];
  await announce(uploadId, { size: bytes.length });
  const stolen = await announce(uploadId, { person: eve, size: bytes.length, body: randomBytes(100_005) });
  expect(stolen.status).toBe(409);
  expect((await announce(uploadId, { size: bytes.length + 1 })).status).toBe(409);
  await senderOf(ada).patch(placeOf(uploadId), bytes);
  await expectOneFile(bytes);
  const { userId, libraryId } = await prisma.upload.findUniqueOrThrow({ where: { id: uploadId } });
  expect([userId, libraryId]).toEqual([ada.userId, ada.libraryId]);
});

it.each([
  "../../etc/passwd",
  "A".repeat(32),
  "0".repeat(31),
  "0".repeat(33),
  `${"0".repeat(31)}\0`,
  "%2e%2e",
])("refuses %j for an id", async (uploadId) => {
  const answer = await announce(uploadId, { size: 3, body: Buffer.from("abc") });
  expect(answer.status).toBe(400);
});

it("says why it refuses a file when all of its bytes were sent along", async () => {
  const poor = await addPerson(instance, "Poor");
  const { libraryId } = poor;
  await updateLibrary(await enterLibrary(poor.ctx, libraryId, "change the library"), {
    libraryId,
    quotaBytes: 1,
  });
  for (let time = 0; time < 10; time += 1) {
    const refused = await announce(newId(), {
      person: poor,
      size: smallUploadBytes,
      body: Buffer.alloc(smallUploadBytes),
    });
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining("no room")]);
  }
});
