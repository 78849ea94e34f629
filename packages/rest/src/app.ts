import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import {
  type Context,
  createContext,
  DomainError,
  type Origin,
  RateLimited,
  type Services,
} from "@alcoves/core";
import { type Credentials, findPrincipal } from "@alcoves/core/accounts";
import { Hono } from "hono";
import { allowOrigins } from "./allow-origins.ts";
import { toErrorAnswer } from "./domain-errors.ts";
import { type DeclaredRoute, Doors, type RestEnv, type RestMiddleware } from "./door.ts";
import { keepSentMark } from "./keep-sent-mark.ts";
import { addAvatarRoutes } from "./routes/avatars.ts";
import { addDownloadRoutes } from "./routes/downloads.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addMediaRoutes } from "./routes/media.ts";
import { addMomentRoutes } from "./routes/moments.ts";
import { addShareRoutes } from "./routes/shares.ts";
import { addTusRoutes } from "./routes/tus.ts";
import { sameOrigin } from "./same-origin.ts";

/** What the process gives to its routes. */
export interface RestOptions {
  services: Services;
  /** Reads cookie or bearer token; the cookie's seal belongs to the web app. */
  readCredentials(headers: IncomingHttpHeaders): Promise<Credentials>;
  /** Answers everything under /api/trpc. */
  answerTrpc(request: Request, context: { core: Context; requestId: string }): Promise<Response>;
  /** Origin of our own pages. */
  origin: string;
  allowedOrigins: readonly string[];
  readOrigin(request: IncomingMessage): Origin;
  version: string;
}

/** The part of the HTTP process that machines call, with the list of its doors. */
export function createRestApp(options: RestOptions): {
  app: Hono<RestEnv>;
  routes: readonly DeclaredRoute[];
} {
  const { services, allowedOrigins } = options;
  const app = new Hono<RestEnv>();
  const doors = new Doors(app);

  everywhere(async (c, next) => {
    const requestId = randomUUID();
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
  });
  if (allowedOrigins.length > 0) app.use("/api/*", ...allowOrigins(allowedOrigins));
  everywhere(sameOrigin([options.origin, ...allowedOrigins]));
  everywhere(async (c, next) => {
    const { incoming } = c.env;
    const principal = await findPrincipal(services, await options.readCredentials(incoming.headers));
    c.set("core", createContext(services, principal, options.readOrigin(incoming)));
    await next();
  });

  /** What shares play lies beside their pages. */
  function everywhere(middleware: RestMiddleware): void {
    for (const under of ["/api/*", "/s/*"]) app.use(under, middleware);
  }

  doors.add({ method: "ALL", path: "/api/trpc/*", door: "public" }, (c) =>
    options.answerTrpc(c.req.raw, { core: c.get("core"), requestId: c.get("requestId") }),
  );
  addTusRoutes(doors, services, { allowedOrigins });
  addMediaRoutes(doors, services);
  addMomentRoutes(doors, services);
  addShareRoutes(doors, services);
  addDownloadRoutes(doors);
  addAvatarRoutes(doors, services);
  addHealthRoutes(doors, services, options.version);

  app.onError((error, c) => {
    const { status, message } = toErrorAnswer(error);
    const requestId = c.get("requestId");
    // Whatever is no refusal of ours is the server's fault, also where its answer is a 404.
    if (status >= 500 || !(error instanceof DomainError))
      services.log.error({ error, requestId, path: c.req.path }, "a request failed");
    if (error instanceof RateLimited) c.header("retry-after", String(error.retryAfterSeconds));
    return c.json({ message, requestId }, status, { "cache-control": "no-store" });
  });
  keepSentMark(app);
  return { app, routes: doors.routes };
}
