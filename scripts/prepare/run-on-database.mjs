// Commands of an operator (npm run storage, npm run seed): they work beside a running Alcoves and without one; the private PostgreSQL is
// started for the time of the command when nobody else runs it.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createHousehold } from "./household.mjs";
import { migrateDatabase } from "./migrate-database.mjs";
import { ensurePackages, requireNode } from "./packages.mjs";
import { addressOfPostgres } from "./postgres.mjs";
import { dataPath, inProject, readVariable, root } from "./project.mjs";
import { runAloud } from "./run-command.mjs";
import { claimRun, isRunning } from "./run-record.mjs";
import { sayFailure } from "./say.mjs";
import { startServers } from "./servers.mjs";
import { stopOnSignals } from "./stop-on-signals.mjs";
import { ensureSystem } from "./system.mjs";

/**
 * @param {string} file of the command, below the project's root
 * @param {string} databaseUrl
 * @returns {Promise<number>} the command's exit code
 */
async function command(file, databaseUrl) {
  const args = ["--import", "tsx", inProject(file), ...process.argv.slice(2)];
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

/**
 * @param {string} file
 * @returns {Promise<number>}
 */
async function commandOnPrivateServer(file) {
  const record = join(dataPath(), "run.json");
  if (isRunning(record)) return command(file, `${addressOfPostgres(join(dataPath(), "postgres"))}/alcoves`);
  const run = await claimRun(record);
  const household = createHousehold({ onChange: run.note });
  const { leave } = stopOnSignals(household, run.release, 130);
  try {
    await ensureSystem({ postgres: true, redis: false });
    const servers = await startServers({ folder: dataPath(), household, redis: false });
    const databaseUrl = await servers.databaseUrl("alcoves");
    await migrateDatabase(databaseUrl);
    return await leave(await command(file, databaseUrl));
  } catch (error) {
    sayFailure(error);
    return leave(2);
  }
}

/**
 * Runs a command with what stands behind `npm run` as its arguments. Its exit code becomes that of this process.
 * @param {string} file of the command, below the project's root
 * @returns {Promise<void>}
 */
export async function runOnDatabase(file) {
  process.exitCode = await run(file).catch((error) => {
    sayFailure(error);
    return 2;
  });
}

/**
 * @param {string} file
 * @returns {Promise<number>}
 */
async function run(file) {
  requireNode();
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  await ensurePackages();
  const given = readVariable("ALCOVES_DATABASE_URL");
  // Without a command there is nothing to look into: the usage alone is printed.
  if (given || process.argv.length < 3) return command(file, given ?? "postgresql://nobody");
  return commandOnPrivateServer(file);
}
