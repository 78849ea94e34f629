import { createHash, randomBytes } from "node:crypto";
import * as storageKeys from "@alcoves/storage";
import {
  addPerson,
  createTusSender,
  startTestInstance,
  startTestS3,
  type TestPerson,
  uploadFile,
  uploadIdOf,
} from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { setAvatar } from "../avatars/index.ts";
import { pictureVersion, registryVersion, variants } from "../variants/schema.ts";
import { checkStorage } from "./check.ts";
import { isKnownPart } from "./parts.ts";
import type { Finding } from "./schema.ts";

const { avatarKey, originalKey, posterKey, proxyKey, readKey, variantKey } = storageKeys;
const s3 = await startTestS3();
afterAll(() => s3.close());

const onS3 = {
  ALCOVES_STORAGE: "s3",
  ALCOVES_S3_BUCKET: s3.bucket,
  ALCOVES_S3_ENDPOINT: s3.endpoint,
  ALCOVES_S3_ACCESS_KEY_ID: s3.accessKeyId,
  ALCOVES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
};
/** Key of a picture of the registry. */
const cardOf = (ids: { libraryId: string; fileId: string }, sourceVersion: number) =>
  variantKey({ ...ids, version: pictureVersion(sourceVersion, variants.card), spec: "card" });
const stray = "00000000-0000-4000-8000-0000000000aa";
const square = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`,
);

describe.each([
  ["a local folder", {}],
  ["an S3 bucket", onS3],
])("a check of %s", async (_name, environment) => {
  const instance = await startTestInstance({ environment });
  afterAll(() => instance.close());
  const { storage, database } = instance.services;
  const { prisma } = database;
  const ada = await addPerson(instance);
  const system = instance.as({ kind: "system", job: "upkeep" });

  async function check(options: { fast?: boolean; repair?: boolean; pauseMs?: number } = {}) {
    const findings: Finding[] = [];
    const given = { fast: false, repair: false, pauseMs: 50, ...options };
    const summary = await checkStorage(system, given, {
      progress: () => {},
      found: (finding) => findings.push(finding),
    });
    expect(summary.found).toBe(findings.length);
    return { summary, findings };
  }

  async function upload(name: string, bytes: Buffer = randomBytes(3_000), person: TestPerson = ada) {
    const fileId = await uploadFile(bytes, { ...instance, ...person, name });
    const ids = { libraryId: person.libraryId, fileId };
    return { fileId, ids, key: originalKey(ids), bytes };
  }

  const library = async () => (await prisma.library.findUniqueOrThrow({ where: { id: ada.libraryId } })).name;

  it("finds nothing where nothing is wrong", async () => {
    await upload("fine.bin");
    await upload("empty.bin", Buffer.alloc(0)).catch(() => {}); // an empty upload is finished by its announcement
    const { findings, summary } = await check();
    expect(findings).toEqual([]);
    expect(summary.originals).toBeGreaterThanOrEqual(1);
    expect(summary.readBytes).toBeGreaterThanOrEqual(3_000);
  });

  it("names a flipped byte, a missing and a shortened original, in the trash too, by file, library and key", async () => {
    const [flipped, missing, short] = [
      await upload("flipped.bin"),
      await upload("missing.bin"),
      await upload("short.bin"),
    ];
    const changed = Buffer.from(flipped.bytes);
    changed[1_500] = (changed[1_500] ?? 0) ^ 1;
    await storage.write(flipped.key, changed);
    await storage.remove(missing.key);
    await storage.write(short.key, short.bytes.subarray(1));
    await prisma.file.update({ where: { id: missing.fileId }, data: { trashedAt: new Date() } });
    const { findings } = await check();
    const named = { library: await library(), repaired: false, message: expect.stringContaining("backup") };
    expect(findings.map(({ key, ...rest }) => [key, rest])).toEqual([
      [flipped.key, { ...named, flaw: "damaged original", name: "flipped.bin" }],
      [missing.key, { ...named, flaw: "missing original", name: "missing.bin" }],
      [short.key, { ...named, flaw: "original of another size", name: "short.bin" }],
    ]);
    const fast = (await check({ fast: true })).findings.map(({ flaw }) => flaw);
    expect(fast).toEqual(["missing original", "original of another size"]);
    for (const each of [flipped, missing, short]) await storage.write(each.key, each.bytes);
    expect((await check()).findings).toEqual([]);
  });

  it("names blobs that nobody refers to, and removes of them only what can be made again", async () => {
    const { ids, fileId } = await upload("kept.bin");
    const gone = { libraryId: ada.libraryId, fileId: stray };
    await prisma.file.update({
      where: { id: fileId },
      data: { kind: "video", thumbnailStatus: "ready", thumbnailVersion: 2, thumbnailDoneVersion: 2 },
    });
    const kept = [posterKey({ ...ids, version: 2 }), cardOf(ids, 2)];
    const orphans = [
      posterKey({ ...ids, version: 1 }),
      cardOf(ids, 1),
      proxyKey({ ...ids, version: 1 }),
      cardOf(gone, 1),
    ];
    const strays = [
      originalKey(gone),
      avatarKey({ userId: stray, version: 1 }),
      avatarKey({ userId: ada.userId, version: 1 }),
      "files/notes",
      `${storageKeys.cachePrefix(ids)}invention/v1.bin`,
    ];
    for (const key of [...kept, ...orphans, ...strays]) await storage.write(key, Buffer.from("x"));
    const { findings } = await check();
    expect(new Set(findings.map(({ key }) => key))).toEqual(new Set([...orphans, ...strays]));
    const by = (key: string | undefined) => findings.find((finding) => finding.key === key);
    expect(by(orphans[0])).toMatchObject({ name: "kept.bin", library: await library() });
    expect(by(strays[0])).toMatchObject({ flaw: "original without a file", library: await library() });

    const repaired = (await check({ repair: true })).findings;
    expect(new Set(repaired.filter((each) => each.repaired).map(({ key }) => key))).toEqual(new Set(orphans));
    for (const key of [...kept, ...strays]) expect(await storage.stat(key), key).not.toBeNull();
    for (const key of orphans) expect(await storage.stat(key), key).toBeNull();
    for (const key of strays) await storage.remove(key);
    expect((await check()).findings).toEqual([]);
    await prisma.file.update({ where: { id: fileId }, data: { thumbnailStatus: "not_needed" } });
    for (const key of kept) await storage.remove(key);
  });

  it("knows the clips of moments: asks again for one that is missing, and removes what nobody refers to", async () => {
    const { ids, fileId } = await upload("party.bin");
    const data = { libraryId: ada.libraryId, fileId, name: "Cake", startMs: 0, endMs: 1_000 };
    const { id: momentId } = await prisma.moment.create({
      data: { ...data, exportStatus: "ready", exportVersion: 2, exportDoneVersion: 2 },
    });
    const keyOf = (version: number) => storageKeys.momentClipKey({ ...ids, momentId, version });
    const posterOf = (version: number) => storageKeys.momentPosterKey({ ...ids, momentId, version });
    await prisma.file.update({ where: { id: fileId }, data: { kind: "audio" } });
    await storage.write(keyOf(2), Buffer.from("clip"));
    expect((await check()).findings, "of sound there is no still").toEqual([]);
    await prisma.file.update({ where: { id: fileId }, data: { kind: "video" } });
    expect((await check()).findings).toMatchObject([{ flaw: "missing derivative", key: posterOf(2) }]);
    await storage.write(posterOf(2), Buffer.from("still"));
    expect((await check()).findings).toEqual([]);
    const orphans = [
      keyOf(1),
      posterOf(1),
      storageKeys.momentClipKey({ ...ids, momentId: stray, version: 1 }),
    ];
    for (const key of orphans) await storage.write(key, Buffer.from("old"));
    const removed = (await check({ repair: true })).findings;
    expect(new Set(removed.map(({ key }) => key))).toEqual(new Set(orphans));
    for (const key of orphans) expect(await storage.stat(key)).toBeNull();
    await storage.remove(keyOf(2));
    expect((await check({ repair: true })).findings).toMatchObject([
      { flaw: "missing derivative", name: "Cake", library: await library(), repaired: true },
    ]);
    expect(await prisma.moment.findUnique({ where: { id: momentId } })).toMatchObject({
      exportStatus: "queued",
      exportVersion: 3,
    });
    await prisma.moment.delete({ where: { id: momentId } });
    await storage.remove(posterOf(2));
  });

  it("leaves alone what a running job has written before its row says so", async () => {
    const { ids, fileId } = await upload("at-work.bin");
    await prisma.file.update({ where: { id: fileId }, data: { proxyStatus: "processing", proxyVersion: 4 } });
    await storage.write(proxyKey({ ...ids, version: 4 }), Buffer.from("x"));
    expect((await check({ repair: true })).findings).toEqual([]);
    await prisma.file.update({ where: { id: fileId }, data: { proxyStatus: "failed" } });
    expect((await check({ repair: true })).summary).toMatchObject({ found: 1, repaired: 1 });
  });

  it("asks again for what was made and is missing, once for each job", async () => {
    const { ids, fileId } = await upload("film.bin");
    await prisma.file.update({
      where: { id: fileId },
      data: {
        kind: "video",
        thumbnailStatus: "ready",
        thumbnailVersion: 1,
        thumbnailDoneVersion: 1,
        variantsStatus: "ready",
        variantsRegistry: registryVersion,
        proxyStatus: "ready",
        proxyVersion: 1,
        proxyDoneVersion: 1,
      },
    });
    await storage.write(posterKey({ ...ids, version: 1 }), Buffer.from("x"));
    await storage.write(cardOf(ids, 1), Buffer.from("x"));
    const named = { flaw: "missing derivative", name: "film.bin", repaired: false };
    const { findings } = await check();
    expect(findings).toEqual([
      expect.objectContaining({ ...named, key: expect.stringContaining("/proxy/v1") }),
      expect.objectContaining({
        ...named,
        key: expect.stringMatching(/\/variants\/v1-[0-9a-f]{8}\/timeline$/),
      }),
    ]);
    expect((await check({ repair: true })).summary).toMatchObject({ found: 2, repaired: 2 });
    const file = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
    expect(file).toMatchObject({ proxyStatus: "queued", proxyVersion: 2, variantsStatus: "queued" });
    expect(file).toMatchObject({ thumbnailStatus: "ready", thumbnailVersion: 1 });
    expect((await check()).findings).toEqual([]);
  });

  it("names a person whose picture is gone", async () => {
    const { Readable } = await import("node:stream");
    await setAvatar(ada.ctx, Readable.from([square]));
    expect((await check()).findings).toEqual([]);
    const { avatarVersion } = await prisma.user.findUniqueOrThrow({ where: { id: ada.userId } });
    await storage.remove(avatarKey({ userId: ada.userId, version: avatarVersion ?? 0 }));
    expect((await check()).findings).toMatchObject([{ flaw: "missing avatar", name: "Ada", library: null }]);
    await prisma.user.update({ where: { id: ada.userId }, data: { avatarVersion: null } });
  });

  it("finds nothing beside uploads, changes of pictures and removals that are under way", async () => {
    const { Readable } = await import("node:stream");
    let done = false;
    const busy = (async () => {
      for (let round = 0; round < 12; round += 1) {
        const { fileId, key } = await upload(`busy-${round}.bin`, randomBytes(200_000));
        if (round < 4) await setAvatar(ada.ctx, Readable.from([square]));
        if (round % 3 === 0) {
          await prisma.file.delete({ where: { id: fileId } });
          await storage.remove(key);
        }
      }
      done = true;
    })();
    while (!done) expect((await check({ pauseMs: 300 })).findings).toEqual([]);
    await busy;
  }, 60_000);

  it("takes no original for an orphan whose upload has not got its row yet", async () => {
    const sender = createTusSender({ ...instance, ...ada });
    const place = await sender.begin(4);
    const { fileId } = await prisma.upload.findUniqueOrThrow({ where: { id: uploadIdOf(place) } });
    const key = originalKey({ libraryId: ada.libraryId, fileId });
    await storage.write(key, Buffer.from("late"));
    expect((await check()).findings).toEqual([]);
    await prisma.upload.delete({ where: { id: uploadIdOf(place) } });
    expect((await check()).findings).toMatchObject([{ flaw: "original without a file", key }]);
    await storage.remove(key);
  });

  it("reads large originals with flat memory", async () => {
    const bytes = Buffer.alloc(48 * 1024 * 1024, 7);
    const sha256 = new Uint8Array(createHash("sha256").update(bytes).digest());
    for (let count = 1; count <= 4; count += 1) {
      const { key, fileId } = await upload(`large-${count}.bin`, Buffer.from("large"));
      await storage.write(key, bytes);
      await prisma.file.update({ where: { id: fileId }, data: { sizeBytes: bytes.length, sha256 } });
    }
    const before = process.memoryUsage().rss;
    let most = before;
    const findings: Finding[] = [];
    await checkStorage(
      system,
      { fast: false, repair: false, pauseMs: 0 },
      {
        progress: () => {
          most = Math.max(most, process.memoryUsage().rss);
        },
        found: (finding) => findings.push(finding),
      },
    );
    expect(findings).toEqual([]);
    expect(most - before).toBeLessThan(128 * 1024 * 1024);
  }, 60_000);
});

it("says that the storage is away instead of naming every file", async () => {
  const other = await startTestS3();
  const environment = { ...onS3, ALCOVES_S3_ENDPOINT: other.endpoint };
  const instance = await startTestInstance({ environment });
  afterAll(() => instance.close());
  const ada = await addPerson(instance);
  await uploadFile(Buffer.from("there"), { ...instance, ...ada });
  await other.close();
  const system = instance.as({ kind: "system", job: "upkeep" });
  const listener = { progress: () => {}, found: () => {} };
  await expect(checkStorage(system, { fast: false, repair: false }, listener)).rejects.toMatchObject({
    name: "StorageUnavailable",
  });
}, 60_000);

it("knows every part of the cache that keys.ts spells", () => {
  const ids = { libraryId: stray, fileId: stray, userId: stray, momentId: stray };
  const given = { ...ids, version: 3, spec: "card", part: "master" };
  const spelled = Object.entries(storageKeys).flatMap(([name, spell]) =>
    /^[a-z].*Key$/.test(name) && name !== "readKey"
      ? [
          (spell as (ids: object) => string)(
            name === "variantKey" ? { ...given, version: "3-0123abcd" } : given,
          ),
        ]
      : [],
  );
  expect(spelled.length).toBeGreaterThan(4);
  for (const key of spelled) {
    const named = readKey(key);
    expect(named, key).not.toBeNull();
    if (named?.scope === "cache") expect([key, isKnownPart(named.part)]).toEqual([key, true]);
  }
});
