import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { crc32, deflateSync } from "node:zlib";
import { createToken } from "@alcoves/core/accounts";
import { addPerson, eventually, startTestInstance, type TestPerson } from "@alcoves/testing";
import { describeWithSharedMedia, sharedMediaFile, sharedMediaIn } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());

/** What jobs of this process have in the making. */
const scratchFiles = async () =>
  (await readdir(instance.services.scratch.path)).filter((name) => name !== ".alive");
const { prisma } = instance.services.database;
const { storage } = instance.services;
const olga = await addPerson(instance, "Olga");
const missing = "00000000-0000-4000-8000-000000000000";

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const red = await sharp({ create: { width: 900, height: 600, channels: 3, background: "red" } })
  .jpeg()
  .withExif({ IFD0: { Make: "A camera", Copyright: "secret place" } })
  .toBuffer();

async function put(
  person: TestPerson,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(`${instance.url}/api/avatar`, {
    method: "PUT",
    body,
    headers: { ...bearer(person.token), ...headers },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  const json = (await answer.json()) as { avatarUrl?: string; message?: string };
  return { status: answer.status, ...json };
}

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(instance.url + path, { method, headers });

async function kept(userId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.list(`avatars/${userId.slice(-2)}/${userId}/`)) keys.push(key);
  return keys;
}

/** Keeps picture after picture from being limited: that has a test of its own. */
const someone = (name = "Ada") => addPerson(instance, name);

describe("a picture of oneself", () => {
  it("becomes a square of 512 px in WebP, without a word of what the camera wrote", async () => {
    const ada = await someone();
    const { status, avatarUrl = "" } = await put(ada, new Uint8Array(red));
    expect(status).toBe(200);
    expect(avatarUrl).toMatch(new RegExp(`^/api/avatars/${ada.userId}\\?v=\\d+$`));
    const answer = await get(avatarUrl, bearer(ada.token));
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { width, height, format, exif, xmp, icc } = await sharp(bytes).metadata();
    expect({ width, height, format }).toEqual({ width: 512, height: 512, format: "webp" });
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    expect(bytes.toString("latin1")).not.toContain("secret place");
    expect(await scratchFiles()).toEqual([]);
  });

  it("is cut out of the middle, and a small one is enlarged", async () => {
    const ada = await someone();
    const stripes = await sharp({ create: { width: 90, height: 30, channels: 3, background: "blue" } })
      .composite([
        {
          input: { create: { width: 30, height: 30, channels: 3, background: "lime" } },
          left: 30,
          top: 0,
        },
      ])
      .png()
      .toBuffer();
    const { avatarUrl = "" } = await put(ada, new Uint8Array(stripes));
    const bytes = Buffer.from(await (await get(avatarUrl, bearer(ada.token))).arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 512, height: 512 });
    const { channels } = await sharp(bytes).extract({ left: 100, top: 100, width: 300, height: 300 }).stats();
    expect(channels[1]?.mean).toBeGreaterThan(240);
    expect(channels[2]?.mean).toBeLessThan(15);
  });

  it("answers 304 to who has it, and asks others each time when the address names another version", async () => {
    const ada = await someone();
    const { avatarUrl = "" } = await put(ada, new Uint8Array(red));
    const etag = (await get(avatarUrl, bearer(ada.token))).headers.get("etag") ?? "";
    const again = await get(avatarUrl, { ...bearer(ada.token), "if-none-match": etag });
    expect(again.status).toBe(304);
    for (const path of [`/api/avatars/${ada.userId}`, `/api/avatars/${ada.userId}?v=1`]) {
      const answer = await get(path, bearer(ada.token));
      await answer.arrayBuffer();
      expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    }
  });

  it("takes the place of the one before, whose bytes go; removed it is gone, and gone again", async () => {
    const ada = await someone();
    const first = await put(ada, new Uint8Array(red));
    const second = await put(ada, new Uint8Array(red));
    expect(second.avatarUrl).not.toBe(first.avatarUrl);
    expect(await kept(ada.userId)).toHaveLength(1);
    for (const _time of [1, 2]) {
      expect((await get("/api/avatar", bearer(ada.token), "DELETE")).status).toBe(204);
      expect((await get(second.avatarUrl ?? "", bearer(ada.token))).status).toBe(404);
      expect(await kept(ada.userId)).toEqual([]);
    }
  });

  it("stands whole after many changes at once, with nothing left over", async () => {
    const ada = await someone();
    const changes = Array.from({ length: 6 }, (_, place) =>
      place === 3 ? get("/api/avatar", bearer(ada.token), "DELETE") : put(ada, new Uint8Array(red)),
    );
    for (const { status } of await Promise.all(changes)) expect([200, 204]).toContain(status);
    const { avatarVersion } = await prisma.user.findUniqueOrThrow({ where: { id: ada.userId } });
    const wanted = avatarVersion === null ? [] : [expect.stringMatching(`/v${avatarVersion}\\.webp$`)];
    expect(await kept(ada.userId)).toEqual(wanted);
  });

  it("clears away what a change that was cut off has left", async () => {
    const ada = await someone();
    await storage.write(`avatars/${ada.userId.slice(-2)}/${ada.userId}/v7.webp`, red);
    await put(ada, new Uint8Array(red));
    expect(await kept(ada.userId)).toHaveLength(1);
    expect(await kept(ada.userId)).not.toContainEqual(expect.stringContaining("/v7.webp"));
  });

  it("is changed ten times in five minutes and not more often", async () => {
    const ada = await someone();
    const changes = Array.from({ length: 11 }, () => put(ada, "no picture"));
    const statuses = (await Promise.all(changes)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});

/** A PNG whose header speaks of more pixels than anything holds. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    magic,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("what is no picture", () => {
  const svg = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
  it.each<[string, string | Buffer, string]>([
    ["nothing at all", "", "Choose a photo"],
    ["a page that calls itself a photo", "<!doctype html><script>alert(1)</script>", "Choose a photo"],
    ["a drawing with a script", svg("<script>alert(1)</script>"), "holds a program"],
    ["a drawing with a handler", svg('<rect width="9" height="9" onload="alert(1)"/>'), "holds a program"],
    ["a photo that was cut off", red.subarray(0, red.length / 2), "Choose another picture"],
    ["a bomb", bomb(60_000), "too large"],
    ["a video's beginning", Buffer.from("0000001866747970697336d0000000006d703432", "hex"), "Choose a photo"],
  ])("%s is refused with a sentence", async (_what, bytes, sentence) => {
    const ada = await someone();
    await put(ada, new Uint8Array(red));
    const { status, message } = await put(ada, new Uint8Array(Buffer.from(bytes)), {
      "content-type": "image/jpeg",
    });
    expect(status).toBe(400);
    expect(message).toContain(sentence);
    // The one before stays.
    expect(await kept(ada.userId)).toHaveLength(1);
  });

  it("a drawing without a program is one", async () => {
    const plain = svg('<rect width="9" height="9" fill="teal"/>');
    expect(await put(await someone(), plain)).toMatchObject({ status: 200 });
  });

  it.each(["told ahead", "in pieces"])("26 MB are refused, %s, and nothing of them stays", async (how) => {
    const ada = await someone();
    const bytes = new Uint8Array(26 * 1024 * 1024);
    bytes.set(red);
    const body = how === "told ahead" ? bytes : new Blob([bytes]).stream();
    expect(await put(ada, body)).toMatchObject({
      status: 413,
      message: "Choose a picture of at most 25 MB.",
    });
    expect(await scratchFiles()).toEqual([]);
  });

  it("a sender who breaks off leaves nothing", async () => {
    const ada = await someone();
    const socket = connect(Number(new URL(instance.url).port), "127.0.0.1");
    socket.write(
      `PUT /api/avatar HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ada.token}\r\ncontent-length: 9000\r\n\r\n`,
    );
    socket.write(red.subarray(0, 1_000));
    await eventually(async () => expect(await scratchFiles()).toHaveLength(1));
    socket.destroy();
    await eventually(async () => expect(await scratchFiles()).toEqual([]));
  });
});

describeWithSharedMedia("real files as pictures of oneself", () => {
  const shown = async (name: string) => {
    const ada = await someone();
    const stream = ReadableStream.from(createReadStream(sharedMediaFile(name)));
    const { avatarUrl = "", message } = await put(ada, stream);
    expect(message, name).toBeUndefined();
    const bytes = Buffer.from(await (await get(avatarUrl, bearer(ada.token))).arrayBuffer());
    return sharp(bytes).resize(8, 8).removeAlpha().raw().toBuffer();
  };

  it("stand upright, whatever way the camera was held", async () => {
    const [upright, ...turned] = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((way) => shown(`orientation/Landscape_${way}.jpg`)),
    );
    for (const picture of turned) {
      const apart = picture.map((value, place) => Math.abs(value - (upright?.[place] ?? 0)));
      expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(6);
    }
  });

  it("carry no place", async () => {
    const ada = await someone();
    const { avatarUrl = "" } = await put(
      ada,
      new Uint8Array(await readFile(sharedMediaFile("gps/DSCN0012.jpg"))),
    );
    const bytes = Buffer.from(await (await get(avatarUrl, bearer(ada.token))).arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it("are refused with a sentence when they are made to break readers", { timeout: 120_000 }, async () => {
    for (const path of sharedMediaIn("malformed").slice(0, 40)) {
      const { status, message } = await put(await someone(), new Uint8Array(await readFile(path)));
      expect([200, 400, 413], path).toContain(status);
      if (status !== 200) expect(message, path).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("who may come through", () => {
  it("a picture is seen by its person, those they share a library with and the instance's owner", async () => {
    const [ada, eve] = [await someone(), await someone("Eve")];
    const [viewer, fellow] = [await someone("Vera"), await someone("Fay")];
    const { id: libraryId } = await prisma.library.create({
      data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
    });
    for (const { userId } of [viewer, fellow]) {
      await prisma.libraryMember.create({ data: { libraryId, userId, role: "viewer" } });
    }
    const { token: reading } = await createToken(ada.ctx, { name: "r", scope: "read", expiresInDays: 1 });
    const told = async (path: string, headers: Record<string, string>, method: string) => {
      const answer = await get(path, headers, method);
      const { message } = JSON.parse((answer.status === 404 && (await answer.text())) || "{}");
      if (!answer.bodyUsed) await answer.arrayBuffer();
      const shape = [...answer.headers.keys()].filter((name) => name !== "date").join(" ");
      return { status: answer.status, message, shape };
    };
    for (const shown of [ada, viewer]) {
      const { avatarUrl = "" } = await put(shown, new Uint8Array(red));
      const inside = {
        ada: ada.token,
        viewer: viewer.token,
        fellow: fellow.token,
        reading,
        olga: olga.token,
      };
      const outside = { eve: bearer(eve.token), visitor: {}, "made-up": bearer("alc_x") };
      for (const method of ["GET", "HEAD"]) {
        for (const [name, token] of Object.entries(inside)) {
          expect((await told(avatarUrl, bearer(token), method)).status, `${method} by ${name}`).toBe(200);
        }
        const nothing = await told(avatarUrl.replace(shown.userId, missing), bearer(olga.token), method);
        expect(nothing.status).toBe(404);
        expect(await told(`/api/avatars/${eve.userId}`, bearer(olga.token), method)).toEqual(nothing);
        expect(await told("/api/avatars/..%2f..%2fx", bearer(olga.token), method)).toEqual(nothing);
        for (const [name, headers] of Object.entries(outside)) {
          expect(await told(avatarUrl, headers, method), `${method} by ${name}`).toEqual(nothing);
        }
      }
    }
    await prisma.libraryMember.deleteMany({ where: { userId: fellow.userId } });
    expect((await get(`/api/avatars/${ada.userId}`, bearer(fellow.token))).status).toBe(404);
  });

  it("one's own is changed by an account in person or by a token that may write", async () => {
    const ada = await someone();
    const { token } = await createToken(ada.ctx, { name: "r", scope: "read", expiresInDays: 1 });
    const wanted: [Record<string, string>, string, number][] = [
      [{}, "PUT", 401],
      [{}, "DELETE", 401],
      [bearer(token), "PUT", 403],
      [bearer(token), "DELETE", 403],
      [{ cookie: `test.session=${ada.sessionId}`, origin: "https://evil.example" }, "PUT", 403],
      [{ cookie: `test.session=${ada.sessionId}`, origin: "https://evil.example" }, "DELETE", 403],
      [{ cookie: `test.session=${ada.sessionId}` }, "PUT", 200],
      [{ cookie: `test.session=${ada.sessionId}` }, "DELETE", 204],
    ];
    for (const [headers, method, status] of wanted) {
      const body = method === "PUT" ? { body: new Uint8Array(red) } : {};
      const answer = await fetch(`${instance.url}/api/avatar`, { method, headers, ...body });
      expect(answer.status, `${method} ${JSON.stringify(headers)}`).toBe(status);
    }
    const doors = instance.routes.filter(({ path }) => path.startsWith("/api/avatar"));
    expect(doors.map(({ method, door }) => `${method} ${door}`).sort()).toEqual([
      "DELETE account",
      "GET person",
      "PUT account",
    ]);
  });
});
