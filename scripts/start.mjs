// npm start: from a fresh clone to a running Alcoves. npm run dev: the same with hot reload. docs/configuration.md lists the settings.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startApp, waitForHealth } from "./prepare/app.mjs";
import { ensureBuild } from "./prepare/build.mjs";
import { checkConfig } from "./prepare/check-config.mjs";
import { isPortFree } from "./prepare/free-port.mjs";
import { createHousehold } from "./prepare/household.mjs";
import { migrateDatabase } from "./prepare/migrate-database.mjs";
import { ensurePackages, requireNode } from "./prepare/packages.mjs";
import { dataPath, inProject, readVariable } from "./prepare/project.mjs";
import { claimRun } from "./prepare/run-record.mjs";
import { Failure, formatDuration, say, sayFailure, step } from "./prepare/say.mjs";
import { keepSecret } from "./prepare/secret.mjs";
import { startServers } from "./prepare/servers.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { ensureSystem } from "./prepare/system.mjs";

const dev = process.argv.includes("--dev");

/** @returns {NodeJS.ProcessEnv} what the processes are told, but for the private servers' addresses */
function readSettings() {
  const data = dataPath();
  const port = readVariable("ALCOVES_PORT") ?? "3000";
  const production = (readVariable("ALCOVES_ENV") ?? process.env.NODE_ENV) === "production";
  return {
    ...process.env,
    ALCOVES_ENV: production ? "production" : (readVariable("ALCOVES_ENV") ?? "development"),
    ALCOVES_DATA_PATH: data,
    ALCOVES_PORT: port,
    ...(/^\d+$/.test(port) && { ALCOVES_URL: readVariable("ALCOVES_URL") ?? `http://localhost:${port}` }),
    ALCOVES_SESSION_SECRET:
      readVariable("ALCOVES_SESSION_SECRET") ?? (production ? "" : keepSecret(join(data, "session-secret"))),
  };
}

/** @param {NodeJS.ProcessEnv} env */
async function requirePort(env) {
  const port = Number(env.ALCOVES_PORT);
  if (env.ALCOVES_MODE === "worker" || !Number.isInteger(port)) return;
  if (await isPortFree(port, readVariable("ALCOVES_HOST") ?? "0.0.0.0")) return;
  throw new Failure(
    `Port ${port} is taken by another program.`,
    `Stop that program, or choose another port: ALCOVES_PORT=${port + 1} npm ${dev ? "run dev" : "start"}`,
  );
}

/**
 * @param {import("./prepare/household.mjs").Household} household
 * @param {NodeJS.ProcessEnv} env
 * @param {{ postgres: boolean, redis: boolean }} own servers to run here
 */
async function startOwnServers(household, env, own) {
  if (!own.postgres && !own.redis) return env;
  const which = [own.postgres && "PostgreSQL", own.redis && "Redis"].filter(Boolean).join(" and ");
  return step(`Starting a private ${which} in ${dataPath()}`, async () => {
    const servers = await startServers({ ...own, folder: dataPath(), household });
    return {
      ...env,
      ...(own.postgres && { ALCOVES_DATABASE_URL: await servers.databaseUrl("alcoves") }),
      ...(own.redis && { ALCOVES_REDIS_URL: servers.redisUrl }),
    };
  });
}

async function start() {
  const startedAtMs = performance.now();
  requireNode();
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const run = await claimRun(join(dataPath(), "run.json"));
  const household = createHousehold({ onChange: run.note, onGiveUp: (failure) => void fail(failure) });
  const { leave, isLeaving } = stopOnSignals(household, run.release);
  const fail = async (/** @type {unknown} */ error) => {
    // What breaks because everything is being stopped is no news.
    if (!isLeaving()) sayFailure(error);
    await leave(1);
  };
  try {
    const settings = readSettings();
    const own = {
      postgres: !readVariable("ALCOVES_DATABASE_URL"),
      redis: !readVariable("ALCOVES_REDIS_URL"),
    };
    await requirePort(settings);
    await ensurePackages();
    await checkConfig({
      ...settings,
      // Not known before they run; any will do for the judgement of the others.
      ...(own.postgres && { ALCOVES_DATABASE_URL: "postgresql://private" }),
      ...(own.redis && { ALCOVES_REDIS_URL: "redis://private" }),
    });
    await ensureSystem(own);
    const env = await startOwnServers(household, settings, own);
    say(await migrateDatabase(env.ALCOVES_DATABASE_URL ?? ""));
    if (!dev && env.ALCOVES_MODE !== "worker") await ensureBuild();
    say(
      `Starting ${{ api: "the web process", worker: "the worker" }[env.ALCOVES_MODE ?? ""] ?? "web and worker"}`,
    );
    startApp(household, { env, dev });
    if (env.ALCOVES_MODE === "worker") return;
    const host = readVariable("ALCOVES_HOST");
    await waitForHealth(`http://${host && host !== "0.0.0.0" ? host : "127.0.0.1"}:${env.ALCOVES_PORT}`);
    say(
      `Alcoves is ready after ${formatDuration(performance.now() - startedAtMs)}: ${env.ALCOVES_URL}   (Ctrl-C stops it)`,
    );
  } catch (error) {
    await fail(error);
  }
}

await start().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
