import { cors } from "hono/cors";
import type { RestMiddleware } from "./door.ts";

const exposeHeaders = ["location", "upload-offset", "upload-length", "tus-resumable", "alcoves-file-id"];

/**
 * Lets pages of other sites read our answers (cross-origin resource sharing, of the Fetch standard): those that are named,
 * exactly, and no other.
 */
export function allowOrigins(allowed: readonly string[]): RestMiddleware[] {
  return [cors({ origin: [...allowed], credentials: true, exposeHeaders }), onRawAnswers(allowed)];
}

/** Files and uploads are written to Node's own answer, which knows nothing of the headers that Hono keeps. */
function onRawAnswers(allowed: readonly string[]): RestMiddleware {
  return async (c, next) => {
    const { outgoing } = c.env;
    const origin = c.req.header("origin");
    outgoing.appendHeader("vary", "Origin");
    if (origin !== undefined && allowed.includes(origin)) {
      outgoing.setHeader("access-control-allow-origin", origin);
      outgoing.setHeader("access-control-allow-credentials", "true");
      outgoing.setHeader("access-control-expose-headers", exposeHeaders.join(", "));
    }
    await next();
  };
}
