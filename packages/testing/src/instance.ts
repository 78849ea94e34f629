import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readConfig } from "@alcoves/config";
import { type Context, createContext, type Origin, type Principal, type Services } from "@alcoves/core";
import type { DeclaredRoute } from "@alcoves/rest";
import { createTestDatabase } from "./database.ts";
import { createTestRedis } from "./redis.ts";
import { serve } from "./serve.ts";

/** Alcoves without pages, on a database, a Redis and a folder of its own. */
export interface TestInstance {
  readonly config: Config;
  readonly services: Services;
  /** Where the machine routes answer, like http://127.0.0.1:40123. */
  readonly url: string;
  readonly routes: readonly DeclaredRoute[];
  /** Paths that answer without having said who may come through. */
  readonly undeclaredRoutes: string[];
  /** The context of a principal, a visitor unless said otherwise; from inside unless said where from. */
  as(principal?: Principal, origin?: Origin): Context;
  close(): Promise<void>;
}

/**
 * Starts an instance.
 * @param options.redisUrl another Redis, as one that a test switches off
 * @param options.environment further ALCOVES_* variables
 */
export async function startTestInstance(
  options: { redisUrl?: string; environment?: Record<string, string> } = {},
): Promise<TestInstance> {
  const database = await createTestDatabase();
  const redis = options.redisUrl ? null : await createTestRedis();
  const dataPath = await mkdtemp(join(tmpdir(), "alcoves-instance-"));
  const config = readConfig({
    ALCOVES_DATABASE_URL: database.url,
    ALCOVES_REDIS_URL: options.redisUrl ?? redis?.url,
    ALCOVES_DATA_PATH: dataPath,
    ALCOVES_SESSION_SECRET: "a secret of the tests, 32 bytes or more",
    ...options.environment,
  });
  const { services, app, routes, url, close } = await serve(config, 0);
  return {
    config,
    services,
    routes,
    // Middleware stands before routes; everything else that Hono knows must have come through a door.
    undeclaredRoutes: app.routes
      .filter(
        ({ path }) => !["/api/*", "/s/*"].includes(path) && !routes.some((route) => route.path === path),
      )
      .map(({ path }) => path),
    url,
    as: (principal = { kind: "visitor" }, origin) => createContext(services, principal, origin),
    async close() {
      await close();
      await Promise.all([database.drop(), redis?.drop(), rm(dataPath, { recursive: true, force: true })]);
    },
  };
}
