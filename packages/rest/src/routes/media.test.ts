import { watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { signedPictureUrl } from "@alcoves/core/files";
import { customVariantId, parseVariantId, pictureVersion, variants } from "@alcoves/core/variants";
import {
  addPerson,
  eventually,
  startPrivateRedis,
  startTestInstance,
  startTestServer,
  startTestWorker,
  uploadFile,
} from "@alcoves/testing";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

const redis = await startPrivateRedis();
const instance = await startTestInstance({
  redisUrl: redis.url,
  environment: { ALCOVES_ALLOWED_ORIGINS: "https://app.example.org" },
});
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
  await redis.close();
});
const { prisma } = instance.services.database;
const storagePath = instance.config.storage.driver === "local" ? instance.config.storage.path : "";
const ada = await addPerson(instance);
const eve = await addPerson(instance, "Eve");
const as = (token: string) => ({ authorization: `Bearer ${token}` });
const get = (path: string, headers: Record<string, string> = as(ada.token)) =>
  fetch(instance.url + path, { headers });

/** Who may and who may not is the access matrix's matter; here it is what they are told. */
describe("doors", () => {
  const missing = "00000000-0000-4000-8000-000000000000";

  it.each(["GET", "HEAD"])(
    "of media tell everyone else the same as of a file that does not exist, to %s",
    async (method) => {
      const fileId = await uploadFile(Buffer.from("secret"), { ...instance, ...ada, name: "a.txt" });
      for (const what of ["original", "original?download", "proxy?v=1", "card?v=1", "preview"]) {
        const told = new Set<string>();
        for (const [id, headers] of [
          [fileId, as(eve.token)],
          [fileId, {}],
          [missing, as(ada.token)],
          ["..%2f", as(ada.token)],
        ] as const) {
          const answer = await fetch(`${instance.url}/api/media/${id}/${what}`, { method, headers });
          const { message } = JSON.parse((await answer.text()) || "{}") as { message?: string };
          const shape = [...answer.headers.keys()].filter((name) => name !== "date").join(" ");
          told.add(JSON.stringify([answer.status, message, shape]));
        }
        expect([...told], what).toEqual([expect.stringMatching(/^\[404,/)]);
      }
    },
  );

  it.each(["GET", "HEAD"])("answer to %s with headers that keep bytes private and inert", async (method) => {
    const fileId = await uploadFile(Buffer.from("bytes"), { ...instance, ...ada, name: "a.bin" });
    await prisma.file.update({ where: { id: fileId }, data: { kind: "photo", proxyDoneVersion: 1 } });
    const folder = `cache/${ada.libraryId}/${fileId.slice(-2)}/${fileId}`;
    const card = `variants/v${pictureVersion(1, variants.card)}/card`;
    for (const name of [card, "proxy/v1.mp4"])
      await instance.services.storage.write(`${folder}/${name}`, Buffer.from(name));
    for (const what of ["original", "original?download", "proxy?v=1", "card?v=1"]) {
      const url = `${instance.url}/api/media/${fileId}/${what}`;
      const answer = await fetch(url, { method, headers: as(ada.token) });
      await answer.arrayBuffer();
      expect(answer.status, what).toBe(200);
      expect(answer.headers.get("cache-control"), what).toMatch(/^private/);
      expect(answer.headers.get("x-content-type-options"), what).toBe("nosniff");
      expect(answer.headers.get("content-security-policy"), what).toContain("sandbox");
    }
  });
});

describe("bytes", () => {
  it("come whole, in part, or not again", async () => {
    const bytes = Buffer.from("0123456789");
    const fileId = await uploadFile(bytes, { ...instance, ...ada, name: "digits.txt" });
    const path = `/api/media/${fileId}/original`;
    const whole = await get(path);
    const etag = whole.headers.get("etag") ?? "";
    expect(await whole.text()).toBe("0123456789");
    const part = await get(path, { ...as(ada.token), range: "bytes=2-4" });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
    const stale = await get(path, { ...as(ada.token), range: "bytes=2-4", "if-range": '"other"' });
    expect([stale.status, await stale.text()]).toEqual([200, "0123456789"]);
    const beyond = await get(path, { ...as(ada.token), range: "bytes=10-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */10"]);
    expect((await get(path, { ...as(ada.token), "if-none-match": etag })).status).toBe(304);
    const headOnly = await fetch(instance.url + path, { method: "HEAD", headers: as(ada.token) });
    expect([headOnly.status, headOnly.headers.get("content-length")]).toEqual([200, "10"]);
  });
});

describe("pictures of what has none", () => {
  it("are not there: a video before its poster, a document, a song", async () => {
    for (const kind of ["video", "other", "audio"] as const) {
      const { id } = await prisma.file.create({
        data: { libraryId: ada.libraryId, name: "x", kind, mimeType: "video/mp4", sizeBytes: 1n },
      });
      for (const what of ["card", "preview", "proxy"]) {
        expect((await get(`/api/media/${id}/${what}`)).status, `${what} of ${kind}`).toBe(404);
      }
    }
  });
});

describe("ids of variants", () => {
  it("are read as they are spelled, and nothing else is read", () => {
    const spec = fc.record({
      widthPx: fc.integer({ min: 1, max: 4096 }),
      heightPx: fc.integer({ min: 1, max: 4096 }),
      fit: fc.constantFrom("inside" as const, "cover" as const),
      quality: fc.integer({ min: 1, max: 100 }),
      format: fc.constantFrom("jpeg" as const, "webp" as const, "avif" as const, "png" as const),
    });
    fc.assert(
      fc.property(spec, (wanted) => {
        expect(parseVariantId(customVariantId(wanted))).toEqual({ spec: wanted, registered: false });
      }),
    );
    for (const id of [
      "w0-h1-inside-q80.webp",
      "w4097-h1-inside-q80.webp",
      "w1-h1-inside-q101.png",
      "__proto__",
      "constructor",
    ]) {
      expect(parseVariantId(id), id).toBeNull();
    }
  });
});

describe("crossing sites", () => {
  it.each(["https://evil.example", "null", "http://localhost:3000.evil.example"])(
    "refuses a change by cookie from %s",
    async (origin) => {
      const headers = {
        cookie: `test.session=${ada.sessionId}`,
        origin,
        "tus-resumable": "1.0.0",
        "upload-length": "1",
      };
      expect((await fetch(`${instance.url}/api/tus`, { method: "POST", headers })).status).toBe(403);
      const trpc = await fetch(`${instance.url}/api/trpc/libraries.create`, {
        method: "POST",
        headers,
        body: "{}",
      });
      expect(trpc.status).toBe(403);
    },
  );

  it("lets the allowed origin in, and names no other", async () => {
    const asked = (origin: string) => fetch(`${instance.url}/api/version`, { headers: { origin } });
    expect((await asked("https://app.example.org")).headers.get("access-control-allow-origin")).toBe(
      "https://app.example.org",
    );
    for (const origin of ["https://evil.example", "null"]) {
      expect((await asked(origin)).headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describeWithSharedMedia("pictures", () => {
  async function photo(): Promise<string> {
    const fileId = await uploadFile(sharedMediaFile("orientation/Landscape_6.jpg"), { ...instance, ...ada });
    await eventually(async () => {
      const { variantsStatus } = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
      expect(variantsStatus).toBe("ready");
    });
    return fileId;
  }

  it("are made in registered sizes, or in signed ones, and in no other", async () => {
    const fileId = await photo();
    expect((await get(`/api/media/${fileId}/preview?v=1`)).headers.get("content-type")).toBe("image/jpeg");
    const variantId = "w100-h100-cover-q50.webp";
    expect((await get(`/api/media/${fileId}/${variantId}?v=1`)).status).toBe(400);
    const signed = signedPictureUrl(instance.services, { fileId, variantId, version: 1 });
    expect((await get(signed)).headers.get("content-type")).toBe("image/webp");
    const other = await photo();
    for (const tampered of [
      signed.replace("w100", "w101"),
      signed.replace(fileId, other),
      signed.slice(0, -1),
      `${signed}x`,
      signed.replace(/sig=.*/, "sig="),
      signed.replace(/sig=.*/, `sig=${"é".repeat(11)}`),
      signed.replace("w100-h100-cover-q50.webp", "w0-h0-cover-q0.webp"),
    ]) {
      expect((await get(tampered)).status, tampered).toBe(400);
    }
  });

  it("are made in every format, from the smallest signed size and quality to the largest", async () => {
    const fileId = await photo();
    for (const format of ["jpeg", "webp", "avif", "png"] as const) {
      for (const [widthPx, heightPx, quality] of [
        [1, 4096, 1],
        [4096, 1, 100],
      ] as const) {
        const variantId = customVariantId({ widthPx, heightPx, fit: "cover", quality, format });
        const answer = await get(signedPictureUrl(instance.services, { fileId, variantId, version: 1 }));
        expect([answer.status, answer.headers.get("content-type")], variantId).toEqual([
          200,
          `image/${format}`,
        ]);
      }
    }
  });

  it("that fifty ask two servers for at once are made once", async () => {
    const fileId = await photo();
    const other = await startTestServer(instance);
    // Every write goes through a file of its own in the folder of its process, which a look at the health makes. Each folder is
    // watched by itself: Linux reports one folder at a time, and Node's way to watch a tree finds out too late what is in it.
    for (const { url } of [instance, other]) await fetch(`${url}/api/health`);
    const writes = new Set<string | null>();
    const incoming = join(storagePath, ".incoming");
    const watchers = (await readdir(incoming)).map((folder) =>
      watch(join(incoming, folder), (_event, name) => {
        if (/^[0-9a-f-]{36}$/.test(name ?? "")) writes.add(name);
      }),
    );
    const face = (url: string) => fetch(`${url}/api/media/${fileId}/face?v=1`, { headers: as(ada.token) });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, place) => face(place % 2 ? instance.url : other.url)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const sizes = await Promise.all(answers.map(async (answer) => (await answer.arrayBuffer()).byteLength));
    expect(new Set(sizes).size).toBe(1);
    await other.kill();
    for (const watcher of watchers) watcher.close();
    expect(writes.size).toBe(1);
  });

  it("are made in this process while Redis is away, and work goes on when it is back", async () => {
    const fileId = await photo();
    await redis.stop();
    const health = await (await get("/api/health")).json();
    expect(health).toMatchObject({ ok: false, ready: true, missing: ["Redis"] });
    expect((await get("/api/ready")).status).toBe(200);
    expect((await get(`/api/media/${fileId}/card?v=1`)).status).toBe(200);
    expect((await get(`/api/media/${fileId}/search?v=1`)).status).toBe(200);
    const late = await uploadFile(sharedMediaFile("orientation/Portrait_3.jpg"), { ...instance, ...ada });
    await redis.start();
    await eventually(async () => {
      const row = await prisma.file.findUniqueOrThrow({ where: { id: late } });
      expect(row).toMatchObject({ variantsStatus: "ready", metadataStatus: "ready", widthPx: 450 });
    }, 45_000);
  }, 90_000);
});
