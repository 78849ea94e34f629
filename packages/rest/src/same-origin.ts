import { DomainError } from "@alcoves/core";
import type { RestMiddleware } from "./door.ts";

/** A browser never adds one by itself, as it may add `Basic`. Whatever is no bearer token leaves the cookie in charge. */
const bearer = /^Bearer \S+$/;
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site's page sends along with our cookie (cross-site request forgery). Browsers name the
 * sender in `Origin` on every such request; programs without a browser send none and carry a token instead of a cookie.
 * @param allowed exact origins; `null` (sandboxed pages, files) is never among them
 */
export function sameOrigin(allowed: readonly string[]): RestMiddleware {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const byCookie =
      !bearer.test(c.req.header("authorization") ?? "") && c.req.header("cookie") !== undefined;
    if (
      !safeMethods.has(c.req.method) &&
      byCookie &&
      !isOwn(origin, c.req.header("sec-fetch-site"), allowed)
    ) {
      throw new DomainError("FORBIDDEN", "This request came from another site and was refused.");
    }
    await next();
  };
}

function isOwn(
  origin: string | undefined,
  fetchSite: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin !== undefined) return allowed.includes(origin);
  return fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none";
}
