import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findPostgres } from "./find-tools.mjs";
import { createHousehold } from "./household.mjs";
import { readCommand } from "./run-command.mjs";
import { startServers } from "./servers.mjs";

let folder = "";
let household = createHousehold();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "servers-"));
  chmodSync(folder, 0o711);
  household = createHousehold();
});
afterEach(async () => {
  await household.stop();
  rmSync(folder, { recursive: true });
});

/** @param {string} url @param {string} sql */
function query(url, sql) {
  return readCommand(join(findPostgres()?.folder ?? "", "psql"), [url, "-tAqc", sql]);
}

/** @param {{ postgres?: boolean, redis?: boolean }} which */
const start = (which) => startServers({ folder, household, durable: false, ...which });

describe("the private PostgreSQL", () => {
  it("asks for its password, which only its owner can read, and keeps its data over a restart", async () => {
    const first = await start({ redis: false });
    const url = await first.databaseUrl("alcoves");
    expect(query(url, "CREATE EXTENSION vector; CREATE TABLE kept AS SELECT 42 AS value")).toBeDefined();
    expect(query(url.replace(/:[0-9a-f]+@/, ":wrong@"), "SELECT 1")).toBeUndefined();
    expect(statSync(join(folder, "postgres/password")).mode & 0o077).toBe(0);

    await household.stop();
    household = createHousehold();
    const second = await start({ redis: false });
    expect(query(await second.databaseUrl("alcoves"), "SELECT value FROM kept")).toBe("42");
  });

  it("comes back by itself after kill -9", async () => {
    const servers = await start({ redis: false });
    const url = await servers.databaseUrl("alcoves");
    household.members()[0]?.kill();
    await vi.waitFor(() => expect(query(url, "SELECT 1")).toBe("1"), { timeout: 20_000, interval: 200 });
  });

  it("starts over a lock whose process number is another program's by now", async () => {
    await start({ redis: false });
    await household.stop();
    const cluster = join(folder, "postgres/cluster");
    writeFileSync(
      join(cluster, "postmaster.pid"),
      `${process.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    household = createHousehold();
    const servers = await start({ redis: false });
    expect(query(await servers.databaseUrl("alcoves"), "SELECT 1")).toBe("1");
  });

  it("says what to do about a cluster of another version", async () => {
    await start({ redis: false });
    await household.stop();
    writeFileSync(join(folder, "postgres/cluster/PG_VERSION"), "9.6\n");
    await expect(start({ redis: false })).rejects.toMatchObject({
      message: expect.stringContaining("made by PostgreSQL 9.6"),
      advice: expect.stringContaining("pg_upgrade"),
    });
  });
});

describe("the private Redis", () => {
  it("is not started where one is given from outside", async () => {
    const servers = await start({ redis: false });
    expect(servers.redisUrl).toBeUndefined();
    expect(existsSync(join(folder, "redis"))).toBe(false);
  });

  it("listens on this machine alone and shows its password to nobody else", async () => {
    await start({ postgres: false });
    const settings = join(folder, "redis/redis.conf");
    expect(readFileSync(settings, "utf8")).toMatch(/^bind 127\.0\.0\.1$/m);
    expect(statSync(settings).mode & 0o077).toBe(0);
    const pid = household.members()[0]?.pid();
    if (process.platform === "linux") {
      const password = readFileSync(settings, "utf8").match(/requirepass (\w+)/)?.[1] ?? "none";
      expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).not.toContain(password);
    }
  });
});
