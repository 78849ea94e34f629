import { createEmptyDatabase, createTestDatabase } from "@alcoves/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDatabase } from "./client.ts";
import { migrate } from "./migrate.ts";
import { draftMigration } from "./migrations/draft.ts";
import { readMigrations } from "./migrations/folder.ts";
import { isAtLeast, requireServer } from "./migrations/requirements.ts";

const names = readMigrations().migrationDirectories.map(({ path }) => path);

describe("migrate", () => {
  it("brings an empty database up once, also when many processes start at once", async () => {
    const { url, drop } = await createEmptyDatabase();
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
    expect(applied.flat()).toEqual(names);
    expect(await migrate(url)).toEqual([]);
    await drop();
  }, 60_000);

  it("says the same as schema.prisma", async () => {
    const { url, drop } = await createTestDatabase();
    expect(await draftMigration(url)).toBe("");
    await drop();
  }, 60_000);
});

describe("requireServer", () => {
  const good = {
    serverVersionNumber: 150_018,
    availableVector: "0.8.0",
    installedVector: null,
    availableModules: ["btree_gin", "pg_trgm"],
  };

  it("takes what is new enough", () => {
    expect(() => requireServer(good)).not.toThrow();
    expect(() =>
      requireServer({ ...good, serverVersionNumber: 180_001, installedVector: "0.10.1" }),
    ).not.toThrow();
  });

  it.each([
    [{ ...good, serverVersionNumber: 140_020 }, "PostgreSQL 14 is too old: Alcoves needs 15 or newer."],
    [{ ...good, availableVector: null }, "apt-get install postgresql-15-pgvector"],
    [{ ...good, availableVector: "0.7.4" }, "pgvector 0.7.4 is too old: Alcoves needs 0.8 or newer."],
    [{ ...good, installedVector: "0.5.1" }, 'Run "ALTER EXTENSION vector UPDATE" in it.'],
    [{ ...good, availableModules: ["btree_gin"] }, "lacks pg_trgm, which PostgreSQL brings along itself."],
  ])("refuses %j and says what to do", (facts, message) => {
    expect(() => requireServer(facts)).toThrow(message);
  });

  it("compares versions as numbers", () => {
    const parts = fc.array(fc.nat(50), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const newer =
          [0, 1, 2]
            .map((index) => (a[index] ?? 0) - (b[index] ?? 0))
            .find((difference) => difference !== 0) ?? 0;
        expect(isAtLeast(a.join("."), b)).toBe(newer >= 0);
      }),
    );
  });
});

describe("ids", () => {
  it("sort by the time they were made", async () => {
    const { url, drop } = await createTestDatabase();
    const database = createDatabase({ url });
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const [row] = await database.prisma.$queryRaw<{ id: string }[]>`SELECT uuid_v7() AS id`;
      ids.push(row?.id ?? "");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    await database.close();
    await drop();
  });
});
