import { randomUUID } from "node:crypto";
import { retryJob } from "@alcoves/core/files";
import { findPicture, pictureVersion, recipeOf, registryVersion, variants } from "@alcoves/core/variants";
import { fileVariants, type Job, jobContracts, urgencyOf, warmVariants } from "@alcoves/jobs";
import {
  addPerson,
  eventually,
  startPrivateRedis,
  startTestInstance,
  startTestWorker,
} from "@alcoves/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { afterDeath } from "./after-death.ts";
import { runProcessor } from "./run-processor.ts";
import { createWarming } from "./warming.ts";

const redis = await startPrivateRedis();
const instance = await startTestInstance({ redisUrl: redis.url });
afterAll(async () => {
  await instance.close();
  await redis.close();
});
const ada = await addPerson(instance);
const { services } = instance;
const { prisma } = services.database;
const { libraryId } = ada;
const ctx = instance.as({ kind: "system", job: "upkeep" });
const access = { libraryId, role: "owner" as const };

beforeEach(async () => void (await prisma.file.deleteMany()));

/** 64×64 px, as other specs would have made it once. */
const svg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="red"/></svg>`,
);
const oldVersion = pictureVersion(1, { ...variants.card, quality: 10 });

/** A photo whose pictures were made for another registry. */
async function photo(data: object = {}, bytes: Buffer | null = svg): Promise<string> {
  const { id } = await prisma.file.create({
    data: {
      libraryId,
      name: "a.svg",
      kind: "photo",
      mimeType: "image/svg+xml",
      sizeBytes: 1n,
      variantsStatus: "ready",
      variantsVersion: 1,
      variantsDoneVersion: 1,
      variantsRegistry: 7,
      ...data,
    },
  });
  if (bytes) await services.storage.write((await pictureOf(id)).source.key, bytes);
  return id;
}

const rowOf = (id: string) => prisma.file.findUniqueOrThrow({ where: { id } });
const pictureOf = (fileId: string) => findPicture(ctx, { fileId, variantId: "card" });
async function keyOf(fileId: string, wanted?: string): Promise<string> {
  const { key, version } = await pictureOf(fileId);
  return key.replace(version, wanted ?? version);
}
/** Passes of upkeep as the hours go by. */
function hours() {
  let hour = 0;
  const warm = createWarming({
    ...ctx,
    services: { ...services, clock: () => new Date(Date.UTC(2026, 0, 1, hour)) },
  });
  return {
    warm,
    pass: () => {
      hour += 1;
      return warm();
    },
  };
}
const payloadOf = (fileId: string, { version = 1, strikes = 0 } = {}) => ({
  fileId,
  version,
  strikes,
  registry: registryVersion,
});
const stateOf = (fileId: string, asked = {}) =>
  services.queues.stateOf(warmVariants, warmVariants.dedupe(payloadOf(fileId, asked)));
const run = (contract: Job, payload: never) =>
  runProcessor(services, contract, { payload, jobId: randomUUID(), lastTry: true, deaths: 0 });
const warmNow = (fileId: string, asked = {}) => run(warmVariants, payloadOf(fileId, asked) as never);

describe("a pass", () => {
  it("asks for files whose pictures are of another registry, once an hour, and for no others", async () => {
    const [older, newer] = [
      await photo({ variantsRegistry: 0 }),
      await photo({ variantsRegistry: 2 ** 31 - 1 }),
    ];
    const others = [
      await photo({ variantsRegistry: registryVersion }),
      await photo({ trashedAt: new Date() }, null),
      await photo({ variantsStrikes: 3 }),
      await photo({ variantsStatus: "processing", variantsVersion: 2 }),
      await photo({ variantsStatus: "not_needed", variantsVersion: 0, kind: "other" }, null),
    ];
    const { warm, pass } = hours();
    await warm();
    for (const id of [older, newer]) expect(await stateOf(id)).toBe("open");
    for (const id of others) expect(await stateOf(id)).toBe("gone");
    const late = await photo();
    await warm();
    expect(await stateOf(late)).toBe("gone");
    await pass();
    expect(await stateOf(late)).toBe("open");
    expect((await rowOf(older)).variantsStatus).toBe("ready");
  });

  it("finds out what older photos look like, and brings copies of other sizes together", async () => {
    const drawing = (sidePx: number) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${sidePx}" height="${sidePx}" viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/>
        <circle cx="2" cy="3" r="2" fill="#0a4"/><rect x="5" y="1" width="3" height="6" fill="#a02"/><path d="M0 9l6-3v3z"/></svg>`,
      );
    const [large, small] = [await photo({}, drawing(400)), await photo({}, drawing(90))];
    const plain = await photo();
    for (const id of [large, small, plain]) await warmNow(id);
    const known = await prisma.likeness.findMany({ where: { libraryId } });
    const of = (id: string) => known.find(({ fileId }) => fileId === id);
    expect(of(plain)).toMatchObject({ perceptualHash: null, groupId: null });
    expect(of(large)?.groupId).toEqual(expect.any(String));
    expect(of(small)?.groupId).toBe(of(large)?.groupId);
  });

  it("takes 500 files and leaves the rest to the next, also when the first never get better", async () => {
    await prisma.file.createMany({
      data: Array.from({ length: 1_100 }, () => ({
        libraryId,
        name: "x",
        kind: "photo" as const,
        mimeType: "image/png",
        sizeBytes: 1n,
        variantsStatus: "ready" as const,
        variantsVersion: 1,
        variantsDoneVersion: 1,
      })),
    });
    const ids = (await prisma.file.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    const waiting = async () =>
      (await Promise.all(ids.map((id) => stateOf(id)))).filter((state) => state === "open").length;
    const { pass } = hours();
    const counts: number[] = [];
    for (let hour = 0; hour < 4; hour += 1) {
      await pass();
      counts.push(await waiting());
    }
    expect(counts).toEqual([500, 1_000, 1_100, 1_100]);
  });

  it("lets all other work go first", () => {
    for (const { name, weight } of jobContracts)
      if (name !== warmVariants.name) expect(urgencyOf(warmVariants.weight)).toBeLessThan(urgencyOf(weight));
  });
});

describe("warming a file", () => {
  it("makes the pictures of the registry, drops those of the old one, and tells nobody", async () => {
    const id = await photo();
    await services.storage.write(await keyOf(id, oldVersion), Buffer.from("the old picture"));
    const events = await prisma.event.count();
    await warmNow(id);
    expect(await rowOf(id)).toMatchObject({
      variantsRegistry: registryVersion,
      variantsStatus: "ready",
      variantsVersion: 1,
    });
    expect(await services.storage.stat(await keyOf(id))).not.toBeNull();
    expect(await services.storage.stat(await keyOf(id, oldVersion))).toBeNull();
    expect(await prisma.event.count()).toBe(events);
  });

  it("leaves what is there already as it is", async () => {
    const id = await photo();
    await services.storage.write(await keyOf(id), Buffer.from("made on demand"));
    await warmNow(id);
    expect((await services.storage.readBuffer(await keyOf(id), 100)).toString()).toBe("made on demand");
    expect((await rowOf(id)).variantsRegistry).toBe(registryVersion);
  });

  it("marks nothing when the pictures were asked for anew meanwhile", async () => {
    const id = await photo({ variantsVersion: 2, variantsStatus: "queued" });
    await services.storage.write(await keyOf(id, oldVersion), Buffer.from("the old picture"));
    await warmNow(id);
    expect((await rowOf(id)).variantsRegistry).toBe(7);
    expect(await services.storage.stat(await keyOf(id, oldVersion))).not.toBeNull();
  });
});

describe("three strikes", () => {
  it("set a broken file aside, whose state stays what it was, until somebody asks again", async () => {
    const id = await photo({ mimeType: "image/png" }, Buffer.from("no picture"));
    const { pass } = hours();
    for (const strikes of [0, 1, 2]) {
      await pass();
      expect(await stateOf(id, { strikes })).toBe("open");
      await expect(warmNow(id, { strikes })).rejects.toThrow(/damaged|cannot/);
      expect(await rowOf(id)).toMatchObject({ variantsStrikes: strikes + 1, variantsStatus: "ready" });
    }
    await pass();
    expect(await stateOf(id, { strikes: 3 })).toBe("gone");

    await retryJob({ ...ada.ctx, access }, { libraryId, fileId: id, job: "variants" });
    expect(await rowOf(id)).toMatchObject({
      variantsStrikes: 0,
      variantsRegistry: 0,
      variantsStatus: "queued",
    });
  });

  it("count for what failed at its upload too, which is asked for again in sight of all", async () => {
    const id = await photo(
      {
        mimeType: "image/png",
        variantsVersion: 0,
        variantsDoneVersion: 0,
        variantsStatus: "failed",
        variantsRegistry: 0,
      },
      Buffer.from("no picture"),
    );
    await prisma.file.update({ where: { id }, data: { variantsVersion: 1 } });
    const { pass } = hours();
    for (const version of [2, 3, 4]) {
      await pass();
      expect(await rowOf(id)).toMatchObject({ variantsStatus: "queued", variantsVersion: version });
      await expect(run(fileVariants, { rowId: id, version } as never)).rejects.toThrow();
    }
    await pass();
    expect(await rowOf(id)).toMatchObject({
      variantsStatus: "failed",
      variantsVersion: 4,
      variantsStrikes: 3,
    });
  });

  it("are not counted while storage is in trouble, and the pictures come when it is back", async () => {
    const id = await photo({}, null);
    await expect(warmNow(id)).rejects.toThrow();
    await prisma.file.update({ where: { id }, data: { variantsStatus: "failed" } });
    const { pass } = hours();
    await pass();
    await expect(run(fileVariants, { rowId: id, version: 2 } as never)).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ variantsStrikes: 0, variantsStatus: "failed" });
    await services.storage.write((await pictureOf(id)).source.key, svg);
    await pass();
    await run(fileVariants, { rowId: id, version: 3 } as never);
    expect(await rowOf(id)).toMatchObject({ variantsStatus: "ready", variantsRegistry: registryVersion });
  });

  it("are given at once to a file that killed its worker three times", async () => {
    const [warmed, uploaded] = [await photo(), await photo()];
    await afterDeath(services, warmVariants, payloadOf(warmed));
    await afterDeath(services, fileVariants, { rowId: uploaded, version: 1 });
    for (const id of [warmed, uploaded]) expect((await rowOf(id)).variantsStrikes).toBe(3);
  });
});

describe("a picture whose spec has changed", () => {
  it("has another address, is made on demand behind it, and is kept by nobody under the old one", async () => {
    const id = await photo();
    await services.storage.write(await keyOf(id, oldVersion), Buffer.from("the old picture"));
    const redisIsAway = redis.stop();
    const get = async (version: string) => {
      const url = `${instance.url}/api/media/${id}/card?v=${version}`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${ada.token}` } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { caching: answer.headers.get("cache-control"), etag: answer.headers.get("etag"), bytes };
    };
    await redisIsAway;
    const now = await get(pictureVersion(1, variants.card));
    const { etag, version } = await findPicture(ada.ctx, { fileId: id, variantId: "card" });
    expect(version).not.toBe(oldVersion);
    expect(now).toMatchObject({ caching: "private, max-age=31536000, immutable", etag });
    expect(etag).toContain(recipeOf(variants.card));
    expect(now.bytes.toString()).not.toContain("the old picture");
    for (const stale of [oldVersion, "1", "", pictureVersion(2, variants.card)]) {
      expect(await get(stale), stale).toEqual({ ...now, caching: "private, no-cache" });
    }
    const known = await fetch(`${instance.url}/api/media/${id}/card?v=${version}`, {
      headers: { authorization: `Bearer ${ada.token}`, "if-none-match": etag },
    });
    expect([known.status, known.headers.get("etag")]).toEqual([304, etag]);
    await redis.start();
  });
});

it("a worker warms what it finds right after its start", async () => {
  const id = await photo();
  const worker = startTestWorker(instance);
  // It gets there through what the tests above have left in the queue.
  await eventually(async () => expect((await rowOf(id)).variantsRegistry).toBe(registryVersion), 90_000);
  await worker.stop();
}, 100_000);
