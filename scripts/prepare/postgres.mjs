import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "./free-port.mjs";
import { endProcess, identifyProcess } from "./process-identity.mjs";
import { readCommand, runCommand } from "./run-command.mjs";
import { Failure } from "./say.mjs";
import { makeServerFolder } from "./server-user.mjs";

const role = "alcoves";

/**
 * @typedef {object} PostgresOptions
 * @property {string} folder where the cluster, its password and its log are kept
 * @property {import("./find-tools.mjs").Postgres} postgres the programs to run
 * @property {import("./server-user.mjs").ServerUser} [user] who it runs as, when we are root
 * @property {boolean} [durable] default true; false skips fsync, for tests
 * @property {import("./household.mjs").Household} household it becomes a member of
 */

/**
 * Starts a private PostgreSQL on 127.0.0.1. The cluster is made on the first call and kept.
 * @param {PostgresOptions} options
 * @returns {Promise<{ url: string, child: import("./children.mjs").Child, folder: string }>} `url` without a database: add "/name"
 */
export async function startPostgres(options) {
  const { postgres, user } = options;
  const folder = makeServerFolder(options.folder, user);
  const cluster = join(folder, "cluster");
  const password = keepPassword(join(folder, "password"), user);
  if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(options, folder);
  requireSameMajor(cluster, postgres);
  await stopStranger(cluster);

  const portFile = join(folder, "port");
  const port = await findFreePort(existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : undefined);
  writeFileSync(portFile, `${port}\n`);
  const log = join(folder, "log");
  const child = options.household.supervise({
    name: "postgres",
    stopTimeoutMs: 30_000,
    spawn() {
      const output = openSync(log, "a", 0o600);
      const settings = serverSettings(port, options.durable ?? true).flatMap((setting) => ["-c", setting]);
      const started = spawn(join(postgres.folder, "postgres"), ["-D", cluster, ...settings], {
        ...user,
        cwd: "/",
        detached: true,
        stdio: ["ignore", output, output],
      });
      closeSync(output);
      return started;
    },
  });
  child.start();
  const url = `postgresql://${role}:${password}@127.0.0.1:${port}`;
  await waitUntilReady(child, { probe: () => query(postgres, url, "SELECT 1") !== undefined, log });
  return { url, child, folder };
}

/**
 * @param {string} folder where another run of ours keeps its cluster
 * @returns {string} address of the PostgreSQL that it has started there, without a database
 */
export function addressOfPostgres(folder) {
  const [password, port] = ["password", "port"].map((name) =>
    readFileSync(join(folder, name), "utf8").trim(),
  );
  return `postgresql://${role}:${password}@127.0.0.1:${port}`;
}

/**
 * @param {number} port
 * @param {boolean} durable
 */
function serverSettings(port, durable) {
  const settings = [
    ...[`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"],
    ...["shared_buffers=256MB", "effective_cache_size=1GB", "work_mem=16MB", "maintenance_work_mem=256MB"],
    ...[
      "random_page_cost=1.1",
      "jit=off",
      "timezone=UTC",
      "log_timezone=UTC",
      "password_encryption=scram-sha-256",
    ],
    "log_line_prefix=%m [%p] %d ",
  ];
  const hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB"];
  return durable ? settings : [...settings, ...hasty];
}

/**
 * @param {string} file
 * @param {import("./server-user.mjs").ServerUser | undefined} user
 * @returns {string}
 */
function keepPassword(file, user) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
  return readFileSync(file, "utf8").trim();
}

/**
 * Made under another name and renamed at the end, so that an interrupted one is never taken for a cluster.
 * @param {PostgresOptions} options
 * @param {string} folder
 */
async function createCluster({ postgres, user, durable = true }, folder) {
  const unfinished = join(folder, "cluster.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";
  const args = [
    ...["-D", unfinished, "-U", role, "--auth=scram-sha-256", `--pwfile=${join(folder, "password")}`],
    ...["--encoding=UTF8", `--locale=${locale}`, "--no-instructions", ...(durable ? [] : ["--no-sync"])],
  ];
  await runCommand(join(postgres.folder, "initdb"), args, { ...user, cwd: "/" });
  renameSync(unfinished, join(folder, "cluster"));
}

/**
 * @param {string} cluster
 * @param {import("./find-tools.mjs").Postgres} postgres
 */
function requireSameMajor(cluster, postgres) {
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const [have] = postgres.version.split(".");
  if (made === have) return;
  throw new Failure(
    `The database in ${cluster} was made by PostgreSQL ${made}, and PostgreSQL ${have} is what is found here.`,
    `Install PostgreSQL ${made} with pgvector, or carry the data over with pg_upgrade (https://www.postgresql.org/docs/current/pgupgrade.html).`,
  );
}

/**
 * A server that an earlier run left behind holds the cluster: it is stopped. A lock whose process is another one by now (numbers
 * are reused after a reboot) would keep PostgreSQL from starting, so it goes.
 * @param {string} cluster
 */
async function stopStranger(cluster) {
  const lock = join(cluster, "postmaster.pid");
  if (!existsSync(lock)) return;
  const [pidLine, folderLine] = readFileSync(lock, "utf8").split("\n");
  const pid = Number(pidLine);
  const identity = identifyProcess(pid);
  if (identity === undefined) return;
  const command = readCommand("ps", ["-o", "command=", "-p", String(pid)]) ?? readCommandLine(pid);
  if (folderLine === cluster && command.includes(cluster)) {
    await endProcess({ pid, identity }, { signal: "SIGINT", patienceMs: 30_000 });
  } else {
    rmSync(lock, { force: true });
  }
}

/** @param {number} pid */
function readCommandLine(pid) {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, "utf8").replaceAll("\0", " ") : "";
}

/**
 * @param {import("./find-tools.mjs").Postgres} postgres
 * @param {string} url without a database
 * @param {string} sql one statement
 * @returns {string | undefined} the value it gave; undefined when the server did not take it
 */
function query(postgres, url, sql) {
  return readCommand(join(postgres.folder, "psql"), [`${url}/postgres`, "--no-psqlrc", "-tAqc", sql]);
}

/**
 * @param {import("./find-tools.mjs").Postgres} postgres
 * @param {string} url without a database
 * @param {string} name of a database, made when it is not there
 */
export async function ensureDatabase(postgres, url, name) {
  if (query(postgres, url, `SELECT 1 FROM pg_database WHERE datname = '${name}'`) === "1") return;
  await runCommand(join(postgres.folder, "psql"), [
    `${url}/postgres`,
    "--no-psqlrc",
    "-qc",
    `CREATE DATABASE "${name}"`,
  ]);
}

/**
 * @param {import("./find-tools.mjs").Postgres} postgres
 * @param {string} url without a database
 * @param {string} name of a database, removed with whoever is connected to it
 */
export async function dropDatabase(postgres, url, name) {
  await runCommand(join(postgres.folder, "psql"), [
    ...[`${url}/postgres`, "--no-psqlrc", "-qc", `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`],
  ]);
}

/**
 * @param {import("./children.mjs").Child} child
 * @param {{ probe: () => boolean | Promise<boolean>, log: string, timeoutMs?: number }} options
 * @throws {Failure} when it does not answer in time
 */
export async function waitUntilReady(child, { probe, log, timeoutMs = 60_000 }) {
  const untilMs = performance.now() + timeoutMs;
  while (!(await probe())) {
    if (performance.now() > untilMs) {
      await child.stop();
      const said = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n") : "";
      throw new Failure(
        `${child.name} did not answer within ${timeoutMs / 1000} s.`,
        `${said}\nIts whole log: ${log}`,
      );
    }
    await sleep(100);
  }
}
