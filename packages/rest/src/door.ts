import type { Context as CoreContext } from "@alcoves/core";
import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono, MiddlewareHandler } from "hono";

/** What the routes share: Node's own request and answer, and who asks. */
export interface RestEnv {
  Bindings: HttpBindings;
  Variables: { core: CoreContext; requestId: string };
}

/** A route's context. */
export type RestContext = Context<RestEnv>;

/**
 * Who may come through: everyone, those with an account, those whom the library of the named thing lets in, or those who
 * may know the named person. The last two are decided by core, which answers NOT_FOUND to all others.
 */
export type Door = "public" | "account" | "library" | "person";

/** A route with its door. */
export interface DeclaredRoute {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "ALL";
  path: string;
  door: Door;
}

/** Routes are added through here alone, so that none is without a door; the doors test walks what Hono has. */
export class Doors {
  readonly routes: DeclaredRoute[] = [];

  constructor(private readonly app: Hono<RestEnv>) {}

  /** Adds a route and remembers who may come through. */
  add(route: DeclaredRoute, handler: (c: RestContext) => Response | Promise<Response>): void {
    this.routes.push(route);
    this.app.on(route.method, route.path, handler);
  }
}

/** Type of the middleware that stands before every route. */
export type RestMiddleware = MiddlewareHandler<RestEnv>;
