import { randomBytes } from "node:crypto";
import { enterLibrary } from "@alcoves/core/access";
import { createShare } from "@alcoves/core/shares";
import { momentClipKey, momentPosterKey } from "@alcoves/storage";
import { addPerson, startTestInstance, startTestS3, uploadFile } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const s3 = await startTestS3();
const instance = await startTestInstance({
  environment: {
    ALCOVES_STORAGE: "s3",
    ALCOVES_S3_BUCKET: s3.bucket,
    ALCOVES_S3_ENDPOINT: s3.endpoint,
    ALCOVES_S3_ACCESS_KEY_ID: s3.accessKeyId,
    ALCOVES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    ALCOVES_S3_DIRECT_READS: "on",
    ALCOVES_URL: "https://photos.example.org",
  },
});
afterAll(() => Promise.all([instance.close(), s3.close()]));
const ada = await addPerson(instance);
const eve = await addPerson(instance, "Eve");

const ask = (path: string, { token }: { token: string } = ada, init: RequestInit = {}) =>
  fetch(`${instance.url}${path}`, {
    redirect: "manual",
    headers: { authorization: `Bearer ${token}` },
    ...init,
  });

/** Some pixels that are sniffed as a PNG, with bytes behind them. */
const png = Buffer.concat([
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  randomBytes(50_000),
]);

it("sends whoever may see an original to the S3 server, which tells its type and name, ranges too", async () => {
  const fileId = await uploadFile(png, { ...instance, ...ada, name: "A “pixel”.png" });
  const answer = await ask(`/api/media/${fileId}/original`);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("cache-control")).toBe("private, max-age=60");
  const place = new URL(answer.headers.get("location") ?? "");
  expect(place.origin).toBe(s3.endpoint);
  expect(place.searchParams.get("X-Amz-Expires")).toBe("300");

  const whole = await fetch(place);
  expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(whole.headers.get("content-disposition")).toMatch(/^inline; filename=".*"; filename\*=UTF-8''A%20/);
  expect(Buffer.from(await whole.arrayBuffer()).equals(png)).toBe(true);
  const part = await fetch(place, { headers: { range: "bytes=40000-40099" } });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 40000-40099/${png.length}`]);
  expect(Buffer.from(await part.arrayBuffer()).equals(png.subarray(40_000, 40_100))).toBe(true);

  const download = await ask(`/api/media/${fileId}/original?download`);
  const saved = await fetch(download.headers.get("location") ?? "");
  expect(saved.headers.get("content-disposition")).toMatch(/^attachment/);
});

it("sends nobody anywhere who may not see the file", async () => {
  const fileId = await uploadFile(png, { ...instance, ...ada, name: "secret.png" });
  for (const token of [eve.token, "nothing"]) {
    const answer = await ask(`/api/media/${fileId}/original`, { token });
    expect([401, 404]).toContain(answer.status);
    expect(answer.headers.get("location")).toBeNull();
  }
});

it.each([
  ["page.html", `<!doctype html><script>alert(1)</script>`],
  ["drawing.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`],
])("has %s saved, never shown", async (name, text) => {
  const fileId = await uploadFile(Buffer.from(text), { ...instance, ...ada, name });
  const answer = await ask(`/api/media/${fileId}/original`);
  const sent = await fetch(answer.headers.get("location") ?? "");
  expect(sent.headers.get("content-type")).toBe("application/octet-stream");
  expect(sent.headers.get("content-disposition")).toMatch(/^attachment/);
});

it("answers by itself where the signed address would not do", async () => {
  const fileId = await uploadFile(png, { ...instance, ...ada, name: "asked.png" });
  const head = await ask(`/api/media/${fileId}/original`, ada, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(png.length)]);
});

it("sends nobody away from a share, which a signed address would outlive, and its cookie over TLS alone", async () => {
  const { libraryId } = ada;
  const { storage, database } = instance.services;
  const { prisma } = database;
  await prisma.library.update({ where: { id: libraryId }, data: { allowsSharing: true } });
  const facts = { name: "a.mp4", kind: "video", mimeType: "video/mp4", sizeBytes: 1n } as const;
  const { id: fileId } = await prisma.file.create({ data: { libraryId, ...facts } });
  const { id: momentId } = await prisma.moment.create({
    data: {
      ...{ libraryId, fileId, name: "Cake", startMs: 0, endMs: 1_000 },
      ...({ exportStatus: "ready", exportVersion: 1, exportDoneVersion: 1 } as const),
    },
  });
  for (const keyOf of [momentClipKey, momentPosterKey])
    await storage.write(keyOf({ libraryId, fileId, momentId, version: 1 }), Buffer.from("bytes"));
  const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
  const { token } = await createShare(ctx, { libraryId, momentId, expiresInDays: 1, password: "lantern" });
  expect((await ask(`/api/moments/${momentId}/clip`)).status, "members are sent").toBe(302);

  const unlocked = await fetch(`${instance.url}/api/share/${token}/unlock`, {
    method: "POST",
    body: JSON.stringify({ password: "lantern" }),
  });
  const cookie = unlocked.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/; Secure(;|$)/);
  const headers = { cookie: cookie.split(";")[0] ?? "" };
  for (const what of ["clip", "clip?download", "thumbnail"]) {
    const answer = await ask(`/s/${token}/media/${what}`, ada, { headers });
    expect([answer.status, await answer.text()], what).toEqual([200, "bytes"]);
  }
});
