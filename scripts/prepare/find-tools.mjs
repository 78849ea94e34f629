import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { readCommand } from "./run-command.mjs";
import { findVersion, isAtLeast, oldest } from "./version.mjs";

/** Folders that package managers use and a PATH may lack. */
const usualFolders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

/**
 * @param {string} name of a program
 * @returns {string | undefined} its absolute path
 */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...usualFolders];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Folders that may hold PostgreSQL's server programs: Debian keeps each version in its own, Homebrew beside its formula.
 * @returns {string[]}
 */
function listPostgresFolders() {
  const versioned = (/** @type {string} */ parent, /** @type {RegExp} */ name) =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter((entry) => name.test(entry))
          .map((entry) => join(parent, entry, "bin"))
      : [];
  const onPath = [findProgram("pg_config")]
    .filter((path) => path !== undefined)
    .map((path) => readCommand(path, ["--bindir"]))
    .filter((path) => path !== undefined);
  return [
    ...onPath,
    ...versioned("/usr/lib/postgresql", /^\d+$/),
    ...versioned("/opt/homebrew/opt", /^postgresql/),
    ...versioned("/usr/local/opt", /^postgresql/),
    ...versioned("/usr", /^pgsql-\d+$/),
    "/usr/local/pgsql/bin",
  ];
}

/**
 * @typedef {object} Postgres
 * @property {string} folder of the server's programs
 * @property {string} version such as "15.18"
 * @property {string} [pgvector] version of the extension that it could create; undefined when there is none
 */

/**
 * @param {string} folder
 * @returns {Postgres | undefined}
 */
function inspectPostgres(folder) {
  if (!existsSync(join(folder, "postgres")) || !existsSync(join(folder, "initdb"))) return undefined;
  const version = findVersion(readCommand(join(folder, "postgres"), ["--version"]));
  if (version === undefined) return undefined;
  return { folder, version, pgvector: findPgvector(folder) };
}

/**
 * @param {string} folder of PostgreSQL's programs
 * @returns {string | undefined} the version that `CREATE EXTENSION vector` would install
 */
export function findPgvector(folder) {
  const share = readCommand(join(folder, "pg_config"), ["--sharedir"]);
  const control = share && join(share, "extension", "vector.control");
  if (!control || !existsSync(control)) return undefined;
  return readFileSync(control, "utf8").match(/^default_version\s*=\s*'([^']+)'/m)?.[1];
}

/**
 * @returns {Postgres | undefined} the newest PostgreSQL that is new enough, one with pgvector first
 */
export function findPostgres() {
  return [...new Set(listPostgresFolders())]
    .map(inspectPostgres)
    .filter((found) => found !== undefined && isAtLeast(found.version, oldest.postgres))
    .sort(
      (a, b) =>
        Number(hasPgvector(b)) - Number(hasPgvector(a)) || parseFloat(b.version) - parseFloat(a.version),
    )[0];
}

/** @param {Postgres | undefined} postgres */
export function hasPgvector(postgres) {
  return isAtLeast(postgres?.pgvector, oldest.pgvector);
}

/** @returns {string | undefined} absolute path of a Redis or Valkey server that is new enough */
export function findRedis() {
  return ["redis-server", "valkey-server"]
    .map(findProgram)
    .find((path) => path && isAtLeast(findVersion(readCommand(path, ["--version"])), oldest.redis));
}
