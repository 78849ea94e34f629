import { createHash } from "node:crypto";
import { originalKey } from "@alcoves/storage";
import { home, startTestInstance } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createFile } from "../files/index.ts";
import { copyItems } from "../items/index.ts";
import { transaction } from "../transaction.ts";
import { connected, meetCopiesOf, meetLookAlikes } from "./index.ts";
import { mostBitsApart, mostInGroup } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

type Home = Awaited<ReturnType<typeof home>>;

const sha256Of = (bytes: string) => createHash("sha256").update(bytes).digest();

/** The files of a library by their groups, those in none left out. */
async function groupsOf(libraryId: string): Promise<string[][]> {
  const rows = await prisma.likeness.findMany({
    where: { libraryId, groupId: { not: null } },
    include: { file: { select: { name: true } } },
  });
  const groups = new Map<string, string[]>();
  for (const { groupId, file } of rows)
    groups.set(groupId ?? "", [...(groups.get(groupId ?? "") ?? []), file.name]);
  return [...groups.values()].map((names) => names.toSorted()).toSorted();
}

function upload({ ctx }: Home, name: string, bytes: string): Promise<boolean> {
  return transaction(ctx, (ctx) =>
    createFile(ctx, {
      fileId: crypto.randomUUID(),
      folderId: null,
      name,
      kind: "other",
      mimeType: "text/plain",
      sizeBytes: bytes.length,
      modifiedAt: null,
      sha256: sha256Of(bytes),
    }),
  );
}

const look = ({ ctx }: Home, fileId: string, hash: bigint) =>
  transaction(ctx, (ctx) => meetLookAlikes(ctx, fileId, hash));

describe("files with the same bytes", () => {
  it("meet as they come in, also when they come at once, and those of another library do not", async () => {
    const [at, elsewhere] = [await home(instance), await home(instance)];
    await Promise.all(["1", "2", "3", "4", "5"].map((name) => upload(at, name, "the same")));
    await upload(at, "6", "something else");
    await upload(elsewhere, "7", "the same");
    expect(await groupsOf(at.libraryId)).toEqual([["1", "2", "3", "4", "5"]]);
    expect(await groupsOf(elsewhere.libraryId)).toEqual([]);
  });

  it("meet when they are copied", async () => {
    const at = await home(instance);
    const fileId = await at.file("a.jpg", null, { sha256: new Uint8Array(sha256Of("a")) });
    await instance.services.storage.write(
      originalKey({ libraryId: at.libraryId, fileId }),
      Buffer.from("12345"),
    );
    await copyItems(at.ctx, { ...at.items([fileId]), toFolderId: null });
    expect(await groupsOf(at.libraryId)).toEqual([["a.jpg", "a.jpg"]]);
  });

  it("begin another group when one is full", async () => {
    const at = await home(instance);
    const { libraryId } = at;
    await prisma.file.createMany({
      data: Array.from({ length: mostInGroup + 3 }, (_, at) => ({
        ...{ libraryId, name: `${at}`, kind: "other" as const, mimeType: "text/plain", sizeBytes: 4n },
        sha256: new Uint8Array(sha256Of("many")),
      })),
    });
    const ids = (await prisma.file.findMany({ where: { libraryId } })).map(({ id }) => id).toSorted();
    const meet = (fileIds: string[]) => transaction(at.ctx, (ctx) => meetCopiesOf(ctx, libraryId, fileIds));
    await meet(ids.slice(0, mostInGroup - 2));
    for (const fileId of ids.slice(mostInGroup - 2)) await meet([fileId]);
    const sizes = (await groupsOf(libraryId)).map((names) => names.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(mostInGroup);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(mostInGroup + 3);
    expect(sizes.length).toBeLessThan(5);
  });
});

describe("photos that look alike", () => {
  it("meet up to so many bits apart, wherever these are, and no further; other kinds never", async () => {
    const base = 0x1234_5678_9abc_def0n;
    const spread = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(spread, async (turned) => {
        const at = await home(instance);
        const other = BigInt.asIntN(
          64,
          turned.reduce((bits, bit) => bits ^ (1n << BigInt(bit)), base),
        );
        await look(at, await at.file("1"), base);
        await look(at, await at.file("2"), other);
        await look(at, await at.file("3.mp4", null, { kind: "video" }), base);
        expect(await groupsOf(at.libraryId)).toEqual(turned.length <= mostBitsApart ? [["1", "2"]] : []);
      }),
      { numRuns: 25 },
    );
  });

  it("are in one group with all they reach, in whatever order they come, and at once", async () => {
    // A chain: each is near the next one alone.
    const step = (1n << BigInt(mostBitsApart - 1)) - 1n;
    const chain = Array.from({ length: 6 }, (_, at) =>
      BigInt.asIntN(
        64,
        Array.from({ length: at }, (_, n) => step << BigInt(n * (mostBitsApart - 1))).reduce(
          (a, b) => a | b,
          0n,
        ),
      ),
    );
    const orders = [
      [0, 1, 2, 3, 4, 5],
      [0, 2, 4, 1, 3, 5],
      [5, 0, 3, 1, 4, 2],
    ];
    for (const order of orders) {
      const at = await home(instance);
      for (const place of order) await look(at, await at.file(`${place}`), chain[place] ?? 0n);
      expect(await groupsOf(at.libraryId)).toEqual([["0", "1", "2", "3", "4", "5"]]);
    }
    const at = await home(instance);
    const ids = await Promise.all(chain.map((_, place) => at.file(`${place}`)));
    await Promise.all(ids.map((fileId, place) => look(at, fileId, chain[place] ?? 0n)));
    expect(await groupsOf(at.libraryId)).toEqual([["0", "1", "2", "3", "4", "5"]]);
    const alike = chain.map((perceptualHash, place) => ({
      fileId: `${place}`,
      sha256: null,
      perceptualHash,
    }));
    expect(connected(alike)).toHaveLength(1);
    expect(connected(alike.filter((_, place) => place !== 2)).map((set) => set.length)).toEqual([2, 3]);
  });
});
