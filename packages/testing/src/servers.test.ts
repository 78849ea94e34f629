import { createDatabase } from "@alcoves/db";
import { connectProducer } from "@alcoves/jobs/redis";
import { afterEach, describe, expect, it } from "vitest";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "./database.ts";
import { startPrivateRedis } from "./private-redis.ts";
import { createTestRedis } from "./redis.ts";

const made: TestDatabase[] = [];
afterEach(async () => {
  for (const database of made.splice(0)) await database.drop();
});

async function countTables(url: string): Promise<number> {
  const database = createDatabase({ url, poolSize: 1 });
  const text = "SELECT count(*)::int AS count FROM information_schema.tables WHERE table_schema = 'public'";
  const rows = await database.sql.read<{ count: number }>({ name: "count-tables", text }, []);
  await database.close();
  return rows[0]?.count ?? Number.NaN;
}

describe("createTestDatabase", () => {
  it("makes migrated databases, each its own, several at once", async () => {
    made.push(...(await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()])));
    expect(new Set(made.map((database) => database.url)).size).toBe(3);
    for (const { url } of made) expect(await countTables(url)).toBeGreaterThan(5);
  });

  it("drops a database that somebody is still connected to", async () => {
    const database = await createTestDatabase();
    const connected = createDatabase({ url: database.url, poolSize: 1 });
    await connected.ping();
    await database.drop();
    await expect(connected.ping()).rejects.toThrow();
    await connected.close();
  });

  it("makes an empty database for tests of the migrations", async () => {
    const database = await createEmptyDatabase();
    made.push(database);
    expect(await countTables(database.url)).toBe(0);
  });
});

describe("createTestRedis", () => {
  it("keeps the keys of two test files apart", async () => {
    const [one, other] = [await createTestRedis(), await createTestRedis()];
    const [redis, otherRedis] = [connectProducer(one.url), connectProducer(other.url)];
    await Promise.all(
      [redis, otherRedis].map((each) => new Promise((resolve) => each.once("ready", resolve))),
    );
    await redis.set("key", "value");
    expect(await otherRedis.get("key")).toBeNull();
    await one.drop();
    expect(await redis.get("key")).toBeNull();
    redis.disconnect();
    otherRedis.disconnect();
  });
});

describe("startPrivateRedis", () => {
  it("comes back on the same address with its data", async () => {
    const server = await startPrivateRedis();
    const redis = connectProducer(server.url);
    await new Promise((resolve) => redis.once("ready", resolve));
    await redis.set("key", "value");
    await server.stop();
    await expect(redis.get("key")).rejects.toThrow();
    const back = new Promise((resolve) => redis.once("ready", resolve));
    await server.start();
    await back;
    expect(await redis.get("key")).toBe("value");
    redis.disconnect();
    await server.close();
  });
});
