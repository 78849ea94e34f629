import { join } from "node:path";
import { findPostgres, findRedis } from "./find-tools.mjs";
import { dropDatabase, ensureDatabase, startPostgres } from "./postgres.mjs";
import { startRedis } from "./redis.mjs";
import { Failure } from "./say.mjs";
import { findServerUser } from "./server-user.mjs";

/**
 * @typedef {object} ServersOptions
 * @property {string} folder where the servers keep their data
 * @property {import("./household.mjs").Household} household they become members of, and are stopped with
 * @property {boolean} [postgres] default true; false when one is given from outside
 * @property {boolean} [redis] default true; likewise
 * @property {boolean} [durable] default true; false trades safety for speed, for tests
 * @property {number} [redisDatabases] default 16
 */

/**
 * @typedef {object} Servers
 * @property {(name: string, options?: { fresh: boolean }) => Promise<string>} databaseUrl address of a database, which is made when it is
 *   not there; `fresh` throws away the one that is
 * @property {string | undefined} redisUrl
 * @property {readonly string[]} folders where the servers' data really is
 */

/**
 * Starts the private servers.
 * @param {ServersOptions} options
 * @returns {Promise<Servers>}
 */
export async function startServers(options) {
  const wanted = { postgres: options.postgres ?? true, redis: options.redis ?? true };
  const programs = {
    postgres: wanted.postgres ? findPostgres() : undefined,
    redis: wanted.redis ? findRedis() : undefined,
  };
  if (wanted.postgres && !programs.postgres) throw missing("PostgreSQL");
  if (wanted.redis && !programs.redis) throw missing("Redis");
  const given = {
    user: wanted.postgres || wanted.redis ? findServerUser() : undefined,
    household: options.household,
    durable: options.durable,
  };
  const postgresFolder = join(options.folder, "postgres");
  const redisFolder = join(options.folder, "redis");
  const [postgres, redis] = await Promise.all([
    programs.postgres && startPostgres({ ...given, folder: postgresFolder, postgres: programs.postgres }),
    programs.redis &&
      startRedis({
        ...given,
        folder: redisFolder,
        program: programs.redis,
        databases: options.redisDatabases,
      }),
  ]);
  return {
    async databaseUrl(name, { fresh } = { fresh: false }) {
      if (!postgres || !programs.postgres) throw new Error("the private PostgreSQL was not asked for");
      if (fresh) await dropDatabase(programs.postgres, postgres.url, name);
      await ensureDatabase(programs.postgres, postgres.url, name);
      return `${postgres.url}/${name}`;
    },
    redisUrl: redis?.url,
    folders: [postgres?.folder, redis?.folder].filter((path) => path !== undefined),
  };
}

/** @param {string} name */
function missing(name) {
  return new Failure(`${name} is not installed, or too old.`, "`npm start` installs it, or tells how.");
}
