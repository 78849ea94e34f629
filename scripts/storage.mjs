// npm run storage: compares storage with the database, and moves blobs from one storage to another. Works beside a running Alcoves
// and without one; the private PostgreSQL is started for the time of the command when nobody else runs it.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createHousehold } from "./prepare/household.mjs";
import { migrateDatabase } from "./prepare/migrate-database.mjs";
import { ensurePackages, requireNode } from "./prepare/packages.mjs";
import { addressOfPostgres } from "./prepare/postgres.mjs";
import { dataPath, inProject, readVariable, root } from "./prepare/project.mjs";
import { runAloud } from "./prepare/run-command.mjs";
import { claimRun, isRunning } from "./prepare/run-record.mjs";
import { sayFailure } from "./prepare/say.mjs";
import { startServers } from "./prepare/servers.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { ensureSystem } from "./prepare/system.mjs";

/**
 * @param {string} databaseUrl
 * @returns {Promise<number>} the command's exit code
 */
async function command(databaseUrl) {
  const args = ["--import", "tsx", inProject("apps/worker/storage/command.ts"), ...process.argv.slice(2)];
  const { code } = await runAloud(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ALCOVES_DATA_PATH: dataPath(),
      ALCOVES_DATABASE_URL: databaseUrl,
      // Jobs that are asked for wait in the database, and the worker takes them from there.
      ALCOVES_REDIS_URL: readVariable("ALCOVES_REDIS_URL") ?? "redis://127.0.0.1:1",
      // Nothing is sealed here.
      ALCOVES_SESSION_SECRET: readVariable("ALCOVES_SESSION_SECRET") ?? randomBytes(32).toString("hex"),
    },
  });
  return code;
}

/** @returns {Promise<number>} */
async function commandOnPrivateServer() {
  const record = join(dataPath(), "run.json");
  if (isRunning(record)) return command(`${addressOfPostgres(join(dataPath(), "postgres"))}/alcoves`);
  const run = await claimRun(record);
  const household = createHousehold({ onChange: run.note });
  const { leave } = stopOnSignals(household, run.release, 130);
  try {
    await ensureSystem({ postgres: true, redis: false });
    const servers = await startServers({ folder: dataPath(), household, redis: false });
    const databaseUrl = await servers.databaseUrl("alcoves");
    await migrateDatabase(databaseUrl);
    return await leave(await command(databaseUrl));
  } catch (error) {
    sayFailure(error);
    return leave(2);
  }
}

async function storage() {
  requireNode();
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  await ensurePackages();
  const given = readVariable("ALCOVES_DATABASE_URL");
  // Without a command there is nothing to look into: the usage alone is printed.
  if (given || process.argv.length < 3) return command(given ?? "postgresql://nobody");
  return commandOnPrivateServer();
}

process.exitCode = await storage().catch((error) => {
  sayFailure(error);
  return 2;
});
