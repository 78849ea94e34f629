import type { Config } from "@alcoves/config";

/** The environment that a process on the same instance is started with. */
export function environmentOf(config: Config): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    // As scripts/prepare/app.mjs starts it.
    MALLOC_ARENA_MAX: "2",
    ALCOVES_DATABASE_URL: config.databaseUrl,
    ALCOVES_REDIS_URL: config.redisUrl,
    ALCOVES_DATA_PATH: config.dataPath,
    ALCOVES_SESSION_SECRET: config.sessionSecret,
    ALCOVES_LOG_LEVEL: "error",
  };
}
