import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerTrpc } from "@alcoves/api";
import { type Config, readConfig } from "@alcoves/config";
import { type Context, createContext, createServices, type Principal, type Services } from "@alcoves/core";
import { renderImage } from "@alcoves/media/image";
import { createRestApp, type DeclaredRoute } from "@alcoves/rest";
import { getRequestListener } from "@hono/node-server";
import { createTestDatabase } from "./database.ts";
import { createTestRedis } from "./redis.ts";

/** Alcoves without pages, on a database, a Redis and a folder of its own. */
export interface TestInstance {
  readonly config: Config;
  readonly services: Services;
  /** Where the machine routes answer, like http://127.0.0.1:40123. */
  readonly url: string;
  readonly routes: readonly DeclaredRoute[];
  /** Paths that answer without having said who may come through. */
  readonly undeclaredRoutes: string[];
  /** The context of a principal, a visitor unless said otherwise. */
  as(principal?: Principal): Context;
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
  const services = await createServices(config, { log: silent, renderImage });
  const { app, routes } = createRestApp({
    services,
    // A bearer token, or the bare id of a session: sealing cookies is the web app's part.
    async readCredentials(headers) {
      const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
      if (token) return { token };
      const sessionId = /(?:^|; )test\.session=([^;]+)/.exec(headers.cookie ?? "")?.[1];
      return sessionId ? { sessionId } : null;
    },
    answerTrpc,
    origin: config.origin,
    allowedOrigins: config.allowedOrigins,
    version: "test",
  });
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    config,
    services,
    routes,
    // Middleware stands before routes; everything else that Hono knows must have come through a door.
    undeclaredRoutes: app.routes
      .filter(({ path }) => path !== "/api/*" && !routes.some((route) => route.path === path))
      .map(({ path }) => path),
    url: `http://127.0.0.1:${port}`,
    as: (principal = { kind: "visitor" }) => createContext(services, principal),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await services.close();
      await Promise.all([database.drop(), redis?.drop(), rm(dataPath, { recursive: true, force: true })]);
    },
  };
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };
