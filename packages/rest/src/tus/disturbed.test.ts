import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createToken } from "@alcoves/core/accounts";
import { sweepUploads } from "@alcoves/core/uploads";
import { addPerson, createTusSender, startTestInstance, uploadIdOf } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const { dataPath, storage } = instance.config;
const storagePath = storage.driver === "local" ? storage.path : "";
const ada = await addPerson(instance);
const system = instance.as({ kind: "system", job: "upkeep" });
const sender = createTusSender({ ...instance, ...ada });
const staging = join(dataPath, "uploads");
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const uploadAt = (place: string) => prisma.upload.findUniqueOrThrow({ where: { id: uploadIdOf(place) } });
const fileNamed = (id: string | null) => prisma.file.findUniqueOrThrow({ where: { id: id ?? "" } });

/** Where the original of an upload belongs. */
async function originalPath(place: string): Promise<string> {
  const { libraryId, fileId } = await uploadAt(place);
  return join(storagePath, "files", libraryId, fileId.slice(-2), fileId, "original");
}

/** Brings an upload to where a process died: every byte is here, and no row. */
async function received(bytes: Buffer, where: "staging" | "storage"): Promise<string> {
  const place = await sender.begin(bytes.length);
  const staged = join(staging, uploadIdOf(place));
  await writeFile(staged, bytes);
  const original = await originalPath(place);
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(staged, longAgo, longAgo);
  if (where === "storage") {
    await mkdir(dirname(original), { recursive: true });
    await rename(staged, original);
  }
  return place;
}

describe("a process that died between the last byte and the row", () => {
  it.each(["staging", "storage"] as const)(
    "leaves bytes in %s, and asking finishes the upload",
    async (where) => {
      const bytes = randomBytes(1_000);
      const answer = await sender.head(await received(bytes, where));
      expect([answer.status, answer.headers.get("upload-offset")]).toEqual([200, "1000"]);
      const file = await fileNamed(answer.headers.get("alcoves-file-id"));
      expect(file.sizeBytes).toBe(1_000n);
      const known = Buffer.from(file.sha256 ?? []).toString("hex");
      // Bytes that have left staging are hashed by a job.
      expect([known, file.hashStatus]).toEqual(
        where === "staging" ? [hashOf(bytes), "not_needed"] : ["", "queued"],
      );
    },
  );

  it.each(["staging", "storage"] as const)(
    "leaves bytes in %s, and the sweep finishes the upload",
    async (where) => {
      const place = await received(randomBytes(1_000), where);
      expect(await sweepUploads(system)).toBe(1);
      expect(await sweepUploads(system)).toBe(0);
      const { fileId } = await uploadAt(place);
      expect((await sender.head(place)).headers.get("alcoves-file-id")).toBe(fileId);
    },
  );

  it.each([
    ["the whole file in storage too", (bytes: Buffer) => bytes],
    ["a half that a server kept in storage too", (bytes: Buffer) => bytes.subarray(0, 400)],
  ])("leaves bytes in staging and %s, and asking finishes the upload, once", async (_name, kept) => {
    const bytes = randomBytes(1_000);
    const place = await received(bytes, "staging");
    const original = await originalPath(place);
    await mkdir(dirname(original), { recursive: true });
    await writeFile(original, kept(bytes));
    const answer = await sender.head(place);
    const file = await fileNamed(answer.headers.get("alcoves-file-id"));
    expect(Buffer.from(file.sha256 ?? []).toString("hex")).toBe(hashOf(bytes));
    expect(hashOf(await readFile(original))).toBe(hashOf(bytes));
    expect(await readdir(staging)).not.toContain(uploadIdOf(place));
  });

  it("keeps no other upload from being finished, also when its own cannot be", async () => {
    const [stuck, fine] = [
      await received(randomBytes(10), "staging"),
      await received(randomBytes(11), "staging"),
    ];
    const inTheWay = dirname(await originalPath(stuck));
    await mkdir(dirname(inTheWay), { recursive: true });
    await writeFile(inTheWay, "");
    expect(await sweepUploads(system)).toBe(1);
    expect((await uploadAt(fine)).finishedAt).not.toBeNull();
    await rm(inTheWay);
    expect(await sweepUploads(system)).toBe(1);
    expect((await uploadAt(stuck)).finishedAt).not.toBeNull();
  });
});

describe("bytes whose upload is gone, because whoever sent them was removed", () => {
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1_000);

  /** Half of a file, and what tus notes beside it. */
  async function begun(): Promise<string[]> {
    const place = await sender.begin(1_000);
    await sender.patch(place, randomBytes(500));
    return [uploadIdOf(place), `${uploadIdOf(place)}.json`];
  }

  it("are removed by the sweep, and those of others stay", async () => {
    const [gone, kept, fresh] = [await begun(), await begun(), await begun()];
    for (const name of [...gone, ...kept]) await utimes(join(staging, name), longAgo, longAgo);
    await prisma.upload.deleteMany({ where: { id: { in: [gone[0] ?? "", fresh[0] ?? ""] } } });
    await sweepUploads(system);
    const left = await readdir(staging);
    expect(left.filter((name) => gone.includes(name))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining([...kept, ...fresh]));
  });
});

describe("storage that takes nothing", () => {
  it("is told of in a sentence, and trying again lands the file", async () => {
    const bytes = randomBytes(50_000);
    const folderAbove = async (place: string) => dirname(dirname(await originalPath(place)));
    let place = await sender.begin(bytes.length);
    // One of 256, of which earlier files have made some.
    while (existsSync(await folderAbove(place))) place = await sender.begin(bytes.length);
    const inTheWay = await folderAbove(place);
    await mkdir(dirname(inTheWay), { recursive: true });
    await writeFile(inTheWay, "");
    const refused = await sender.patch(place, bytes);
    expect([refused.status, await refused.text()]).toEqual([
      503,
      expect.stringContaining("ALCOVES_DATA_PATH"),
    ]);
    expect((await sender.head(place)).status).toBe(503);
    await rm(inTheWay);
    const answer = await sender.head(place);
    const file = await fileNamed(answer.headers.get("alcoves-file-id"));
    expect(Buffer.from(file.sha256 ?? []).toString("hex")).toBe(hashOf(bytes));
  });

  it("while bytes come in, is told of too, and the upload goes on from what was kept", async () => {
    const bytes = randomBytes(50_000);
    const place = await sender.begin(bytes.length);
    const staged = join(staging, uploadIdOf(place));
    await rm(staged);
    await symlink("/dev/full", staged);
    const refused = await sender.patch(place, bytes);
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining("disk is full")]);
    await rm(staged);
    await writeFile(staged, "");
    const answer = await sender.patch(place, bytes);
    const file = await fileNamed(answer.headers.get("alcoves-file-id"));
    expect(Buffer.from(file.sha256 ?? []).toString("hex")).toBe(hashOf(bytes));
  });

  it("at the announcement gives away nothing of the inside", async () => {
    await rename(staging, `${staging}-away`);
    await writeFile(staging, "");
    const refused = await sender.begin(10).catch((error: Error) => error.message);
    await rm(staging);
    await rename(`${staging}-away`, staging);
    expect(refused).toMatch(/^POST: 50[03] /);
    expect(refused).not.toContain(dataPath);
  });
});

describe("asking while an upload is finished", () => {
  it("never says that it is gone, and says its file in the end", async () => {
    const bytes = randomBytes(8 * 1024 * 1024);
    const place = await sender.begin(bytes.length);
    const sending = sender
      .patch(place, bytes.subarray(0, 4))
      .then(() => sender.patch(place, bytes.subarray(4), 4));
    let done = false;
    void sending.then(() => {
      done = true;
    });
    const statuses = new Set<number>();
    while (!done) statuses.add((await sender.head(place)).status);
    // A question may interrupt the request that sends: the sender then goes on from where it was.
    const offset = Number((await sender.head(place)).headers.get("upload-offset"));
    if (offset < bytes.length) await sender.patch(place, bytes.subarray(offset), offset);
    expect([...statuses]).toEqual([200]);
    const file = await fileNamed((await sender.head(place)).headers.get("alcoves-file-id"));
    expect(Buffer.from(file.sha256 ?? []).toString("hex")).toBe(hashOf(bytes));
    expect(await prisma.file.count({ where: { sizeBytes: BigInt(bytes.length) } })).toBe(1);
  });

  it("by ten at once makes one file", async () => {
    const place = await received(randomBytes(2_222), "staging");
    const answers = await Promise.all(Array.from({ length: 10 }, () => sender.head(place)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await prisma.file.count({ where: { sizeBytes: 2_222n } })).toBe(1);
    const jobs = await prisma.event.count({
      where: { libraryId: ada.libraryId, kind: "file.created", fileId: (await uploadAt(place)).fileId },
    });
    expect(jobs).toBe(1);
  });
});

describe("an upload under way", () => {
  it("refuses a body that is longer than announced, in one piece and in chunks, and past its end", async () => {
    const place = await sender.begin(10);
    const streamed = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(8));
        controller.enqueue(new Uint8Array(8));
        controller.close();
      },
    });
    const headers = {
      ...sender.headers,
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    };
    const init: RequestInit & { duplex: "half" } = {
      method: "PATCH",
      headers,
      body: streamed,
      duplex: "half",
    };
    const chunked = await fetch(place, init).then(
      ({ status }) => status,
      () => 413,
    );
    expect([400, 413]).toContain(chunked);
    const offset = Number((await sender.head(place)).headers.get("upload-offset"));
    expect(offset).toBeLessThanOrEqual(10);
    expect((await sender.patch(place, Buffer.alloc(1), 11)).status).toBe(409);
    const { finishedAt } = await uploadAt(place);
    expect(finishedAt).toBeNull();
  });

  it("is not read back", async () => {
    const place = await sender.begin(10);
    await sender.patch(place, Buffer.from("<script>"));
    expect((await fetch(place, { headers: sender.headers })).status).toBe(404);
  });

  it("takes nothing by a token that may only read", async () => {
    const place = await sender.begin(4);
    const { token } = await createToken(ada.ctx, { name: "r", scope: "read", expiresInDays: null });
    const reader = createTusSender({ ...instance, ...ada, token });
    expect((await reader.patch(place, Buffer.alloc(4))).status).toBe(403);
    expect((await fetch(place, { method: "DELETE", headers: reader.headers })).status).toBe(403);
    expect((await sender.patch(place, Buffer.alloc(4))).status).toBe(204);
  });

  it("leaves nothing in staging once it is a file", async () => {
    const place = await sender.begin(4);
    await sender.patch(place, Buffer.alloc(4));
    expect((await readdir(staging)).filter((name) => name.startsWith(uploadIdOf(place)))).toEqual([]);
  });
});
