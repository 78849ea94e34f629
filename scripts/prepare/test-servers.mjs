import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimRun, stopDeadRun } from "./run-record.mjs";
import { startServers } from "./servers.mjs";

/** Name of the database that tests copy theirs from. */
const templateName = "alcoves_template";
const folderPrefix = "alcoves-test-run-";

/** Makes the temporary folder of a test run. `folders` lists what has to be removed in the end. */
export async function makeTestFolder() {
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  // Closed by mkdtemp; the servers' own user must get through.
  chmodSync(folder, 0o711);
  return { folder, folders: [folder], run: await claimRun(join(folder, "run.json")) };
}

/** Stops and removes what test runs that were killed have left. */
export async function sweepDeadRuns() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    if (await stopDeadRun(join(folder, "run.json"))) removeFolders([folder]);
  }
}

/**
 * Starts servers for tests: quick instead of durable.
 * @param {import("./household.mjs").Household} household
 * @param {{ folder: string, folders: string[] }} where `folders` gets the servers' own, should they be elsewhere
 */
export async function startTestServers(household, { folder, folders }) {
  const servers = await startServers({ folder, household, durable: false, redisDatabases: 512 });
  folders.push(...servers.folders);
  return {
    databaseUrl: servers.databaseUrl,
    redisUrl: servers.redisUrl ?? "",
    /** Makes the template anew, empty. */
    makeTemplate: () => servers.databaseUrl(templateName, { fresh: true }),
    /** What packages/testing reads. */
    env: {
      ALCOVES_TEST_DATABASE_URL: await servers.databaseUrl(templateName),
      ALCOVES_TEST_REDIS_URL: servers.redisUrl ?? "",
    },
  };
}

/** @param {readonly string[]} folders */
export function removeFolders(folders) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
