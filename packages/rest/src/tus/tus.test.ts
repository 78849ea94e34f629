import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { createToken } from "@alcoves/core/accounts";
import { sweepUploads } from "@alcoves/core/uploads";
import {
  addPerson,
  eventually,
  startTestInstance,
  type TestPerson,
  uploadFile,
  uploadMetadata,
} from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance({
  environment: { ALCOVES_MAX_UPLOAD_BYTES: String(64 * 1024 * 1024) },
});
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const eve = await addPerson(instance, "Eve");
const tus = { "tus-resumable": "1.0.0" };
const octets = "application/offset+octet-stream";

function begin(
  headers: Record<string, string>,
  person: TestPerson = ada,
  fields: Record<string, string> = {},
) {
  return fetch(`${instance.url}/api/tus`, {
    method: "POST",
    headers: {
      ...tus,
      authorization: `Bearer ${person.token}`,
      "upload-metadata": uploadMetadata({ libraryId: person.libraryId, filename: "a.bin", ...fields }),
      ...headers,
    },
  });
}

async function begun(sizeBytes: number, person: TestPerson = ada): Promise<string> {
  const answer = await begin({ "upload-length": String(sizeBytes) }, person);
  expect(answer.status).toBe(201);
  return new URL(answer.headers.get("location") ?? "", `${instance.url}/api/tus`).href;
}

function patch(place: string, bytes: Buffer, offset: number, person: TestPerson = ada) {
  return fetch(place, {
    method: "PATCH",
    headers: {
      ...tus,
      authorization: `Bearer ${person.token}`,
      "upload-offset": String(offset),
      "content-type": octets,
    },
    body: new Uint8Array(bytes),
  });
}

const head = (place: string, person: TestPerson = ada) =>
  fetch(place, { method: "HEAD", headers: { ...tus, authorization: `Bearer ${person.token}` } });

describe("announcing an upload", () => {
  it.each([
    ["a negative length", { "upload-length": "-1" }, 400],
    ["no number", { "upload-length": "NaN" }, 400],
    ["no length", {}, 400],
    ["a length for later", { "upload-defer-length": "1" }, 400],
    ["more than the limit", { "upload-length": String(10 ** 12) }, 413],
    ["a huge number", { "upload-length": "9".repeat(30) }, 400],
    ["damaged metadata", { "upload-length": "1", "upload-metadata": "filename !!!" }, 400],
    ["no library", { "upload-length": "1", "upload-metadata": "filename YQ==" }, 400],
  ])("refuses %s", async (_name, headers, status) => {
    const answer = await begin(headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/node_modules|at \w+ \(/);
  });

  it("tells someone who is nothing to the library that there is none", async () => {
    const answer = await begin({ "upload-length": "1" }, eve, { libraryId: ada.libraryId });
    expect(answer.status).toBe(404);
  });

  it("refuses visitors, and tokens that may only read", async () => {
    expect((await begin({ "upload-length": "1", authorization: "" })).status).toBe(401);
    const { token } = await createToken(ada.ctx, { name: "r", scope: "read", expiresInDays: null });
    expect((await begin({ "upload-length": "1", authorization: `Bearer ${token}` })).status).toBe(403);
  });
});

describe("sending bytes", () => {
  it("refuses a wrong offset, and more than was announced", async () => {
    const place = await begun(10);
    expect((await patch(place, Buffer.alloc(5), 3)).status).toBe(409);
    const beyond = await patch(place, Buffer.alloc(20), 0).catch(() => ({ status: 413 }));
    expect([400, 413]).toContain(beyond.status);
    expect(await prisma.file.count({ where: { libraryId: ada.libraryId } })).toBe(0);
  });

  it("lets one of two senders finish, once", async () => {
    const bytes = randomBytes(3 * 1024 * 1024);
    const place = await begun(bytes.length);
    const answers = await Promise.all(
      [patch(place, bytes, 0), patch(place, bytes, 0)].map((sent) =>
        sent.then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
    expect(answers.filter((status) => status === 204).length).toBeGreaterThanOrEqual(1);
    const files = await prisma.file.findMany({ where: { sizeBytes: BigInt(bytes.length) } });
    expect(files).toHaveLength(1);
    expect(Buffer.from(files[0]?.sha256 ?? [])).toEqual(createHash("sha256").update(bytes).digest());
  });

  it("goes on from five places where the line broke, to the hash of the source", async () => {
    const bytes = randomBytes(5 * 1024 * 1024);
    const place = await begun(bytes.length);
    for (let cut = 1; cut <= 5; cut += 1) {
      const offset = Number((await head(place)).headers.get("upload-offset"));
      await sendAndBreak(
        place,
        bytes.subarray(offset),
        Math.max(1, Math.floor((bytes.length * cut) / 6) - offset),
      );
      await eventually(async () =>
        expect(Number((await head(place)).headers.get("upload-offset"))).toBeGreaterThan(offset),
      );
    }
    const offset = Number((await head(place)).headers.get("upload-offset"));
    const last = await patch(place, bytes.subarray(offset), offset);
    expect(last.status).toBe(204);
    const file = await prisma.file.findUniqueOrThrow({
      where: { id: last.headers.get("alcoves-file-id") ?? "" },
    });
    expect(Buffer.from(file.sha256 ?? [])).toEqual(createHash("sha256").update(bytes).digest());
  });

  it("says again what became of an upload whose last answer was lost", async () => {
    const place = await begun(3);
    const fileId = (await patch(place, Buffer.from("abc"), 0)).headers.get("alcoves-file-id");
    const again = await head(place);
    expect(again.headers.get("upload-offset")).toBe("3");
    expect(again.headers.get("alcoves-file-id")).toBe(fileId);
  });

  it("takes a file without a byte", async () => {
    const answer = await begin({ "upload-length": "0" });
    expect(answer.status).toBe(201);
    expect(await prisma.file.count({ where: { sizeBytes: 0n } })).toBe(1);
  });

  it("leaves no bytes in staging", async () => {
    const left = await readdir(join(instance.config.dataPath, "uploads"));
    const open = await prisma.upload.findMany({ where: { finishedAt: null } });
    for (const name of left.filter((each) => !each.endsWith(".json")))
      expect(open.map(({ id }) => id)).toContain(name);
  });
});

describe("an upload's address", () => {
  it.each([
    "..%2f..%2fetc%2fpasswd",
    "%252e%252e%252f",
    "%2Fetc%2Fpasswd",
    "a%00b",
    "x".repeat(4_096),
    "../x",
  ])("leads nowhere when it is %s", async (id) => {
    for (const method of ["HEAD", "PATCH", "DELETE"]) {
      const headers = {
        ...tus,
        authorization: `Bearer ${ada.token}`,
        "upload-offset": "0",
        "content-type": octets,
      };
      const answer = await fetch(`${instance.url}/api/tus/${id}`, { method, headers });
      expect([404, 414, 431], `${method} ${answer.status}`).toContain(answer.status);
    }
  });

  it("leads nowhere for someone else", async () => {
    const place = await begun(10);
    expect((await head(place, eve)).status).toBe(404);
    expect((await patch(place, Buffer.alloc(10), 0, eve)).status).toBe(404);
    const removed = await fetch(place, {
      method: "DELETE",
      headers: { ...tus, authorization: `Bearer ${eve.token}` },
    });
    expect(removed.status).toBe(404);
    expect((await head(place)).headers.get("upload-offset")).toBe("0");
  });

  it("leads nowhere for a member who was removed meanwhile", async () => {
    const shared = await prisma.library.create({
      data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
    });
    await prisma.libraryMember.create({
      data: { libraryId: shared.id, userId: eve.userId, role: "contributor" },
    });
    const answer = await begin({ "upload-length": "4" }, eve, { libraryId: shared.id });
    const place = new URL(answer.headers.get("location") ?? "", `${instance.url}/api/tus`).href;
    await prisma.libraryMember.deleteMany({ where: { userId: eve.userId } });
    expect((await patch(place, Buffer.alloc(4), 0, eve)).status).toBe(404);
  });

  it("is gone after it was given up", async () => {
    const place = await begun(10);
    const headers = { ...tus, authorization: `Bearer ${ada.token}` };
    expect((await fetch(place, { method: "DELETE", headers })).status).toBe(204);
    await eventually(async () => expect((await head(place)).status).toBe(404));
  });
});

describe("what an upload becomes", () => {
  it("is known by its bytes, and sent so that it runs nothing", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    const fileId = await uploadFile(page, { ...instance, ...ada, name: "photo.jpg" });
    const answer = await fetch(`${instance.url}/api/media/${fileId}/original`, {
      headers: { authorization: `Bearer ${ada.token}` },
    });
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("keeps a dropped folder's tree", async () => {
    const fileId = await uploadFile(Buffer.from("x"), {
      ...instance,
      ...ada,
      name: "a.txt",
      path: "Trip/Day 1",
    });
    const file = await prisma.file.findUniqueOrThrow({
      where: { id: fileId },
      include: { folder: { include: { parent: true } } },
    });
    expect(file.folder).toMatchObject({ name: "Day 1", parent: { name: "Trip" } });
  });

  it("is finished by the sweep when the process died after the last byte", async () => {
    const { writeFile, utimes } = await import("node:fs/promises");
    const inside = await enterLibrary(ada.ctx, ada.libraryId, "delete the library");
    const id = randomBytes(16).toString("hex");
    const upload = await prisma.upload.create({
      data: { id, libraryId: inside.access.libraryId, userId: ada.userId, name: "late.txt", sizeBytes: 4n },
    });
    const staged = join(instance.config.dataPath, "uploads", id);
    await writeFile(staged, "late");
    const before = new Date(Date.now() - 120_000);
    await utimes(staged, before, before);
    const system = instance.as({ kind: "system", job: "upkeep" });
    expect(await sweepUploads(system)).toBe(1);
    expect(await sweepUploads(system)).toBe(0);
    const file = await prisma.file.findUniqueOrThrow({ where: { id: upload.fileId } });
    expect(file).toMatchObject({ name: "late.txt", hashStatus: "queued", uploadedById: ada.userId });
  });
});

/** Sends the first bytes of a body and cuts the line. */
function sendAndBreak(place: string, bytes: Buffer, count: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      ...tus,
      authorization: `Bearer ${ada.token}`,
      "content-type": octets,
      "content-length": bytes.length,
    };
    void head(place).then((answer) => {
      const sending = httpRequest(place, {
        method: "PATCH",
        headers: { ...headers, "upload-offset": answer.headers.get("upload-offset") ?? "0" },
      });
      sending.on("error", () => resolve());
      sending.write(bytes.subarray(0, count), () => setTimeout(() => sending.destroy(new Error("cut")), 100));
    });
  });
}
