import { join } from "node:path";
import { stopInOrder } from "./children.mjs";
import { findPostgres, findRedis } from "./find-tools.mjs";
import { dropDatabase, ensureDatabase, startPostgres } from "./postgres.mjs";
import { startRedis } from "./redis.mjs";
import { Failure } from "./say.mjs";
import { findServerUser } from "./server-user.mjs";

/**
 * @typedef {object} ServersOptions
 * @property {string} folder where the servers keep their data
 * @property {{ postgres: boolean, redis: boolean }} [wanted] default both; one that is given from outside is not started
 * @property {boolean} [durable] default true; false trades safety for speed, for tests
 * @property {number} [redisDatabases]
 * @property {(name: string, pid: number | undefined) => void} [onChange]
 * @property {(failure: Failure) => void} [onGiveUp]
 */

/**
 * @typedef {object} Servers
 * @property {(name: string, options?: { fresh: boolean }) => Promise<string>} databaseUrl address of a database, which is made when it is
 *   not there; `fresh` throws away the one that is
 * @property {string | undefined} redisUrl
 * @property {import("./children.mjs").Child | undefined} postgres
 * @property {import("./children.mjs").Child | undefined} redis
 * @property {readonly string[]} folders where the servers' data really is
 * @property {() => Promise<void>} stop Redis first, then PostgreSQL
 */

/**
 * Starts the private servers. Should one fail, the other is stopped again.
 * @param {ServersOptions} options
 * @returns {Promise<Servers>}
 */
export async function startServers(options) {
  const { folder, wanted = { postgres: true, redis: true }, durable, onGiveUp } = options;
  const user = wanted.postgres || wanted.redis ? findServerUser() : undefined;
  const onChange = (/** @type {string} */ name) => (/** @type {number | undefined} */ pid) =>
    options.onChange?.(name, pid);
  const programs = {
    postgres: wanted.postgres ? findPostgres() : undefined,
    redis: wanted.redis ? findRedis() : undefined,
  };
  if (wanted.postgres && !programs.postgres) throw missing("PostgreSQL");
  if (wanted.redis && !programs.redis) throw missing("Redis");

  const started = await Promise.allSettled([
    programs.postgres &&
      startPostgres({
        folder: join(folder, "postgres"),
        postgres: programs.postgres,
        user,
        durable,
        onGiveUp,
        onChange: onChange("postgres"),
      }),
    programs.redis &&
      startRedis({
        ...{
          folder: join(folder, "redis"),
          program: programs.redis,
          user,
          durable,
          onGiveUp,
          onChange: onChange("redis"),
        },
        databases: options.redisDatabases,
      }),
  ]);
  const [postgres, redis] = started.map((result) =>
    result.status === "fulfilled" ? result.value : undefined,
  );
  const stop = () => stopInOrder([[redis?.child], [postgres?.child]]);
  const failed = started.find((result) => result.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    async databaseUrl(name, { fresh } = { fresh: false }) {
      if (!postgres || !programs.postgres) throw new Error("the private PostgreSQL was not asked for");
      if (fresh) await dropDatabase(programs.postgres, postgres.url, name);
      await ensureDatabase(programs.postgres, postgres.url, name);
      return `${postgres.url}/${name}`;
    },
    redisUrl: redis?.url,
    postgres: postgres?.child,
    redis: redis?.child,
    folders: [postgres?.folder, redis?.folder].filter((path) => path !== undefined),
    stop,
  };
}

/** @param {string} name */
function missing(name) {
  return new Failure(`${name} is not installed, or too old.`, "`npm start` installs it, or tells how.");
}
