import type { Credentials } from "@alcoves/core/accounts";
import { decode } from "next-auth/jwt";

/**
 * Name of the session cookie. Over https the prefix makes browsers refuse it from other hosts and paths (RFC 6265bis);
 * over plain http, as in a home network, the prefix is not allowed.
 */
export function sessionCookieName(origin: string): string {
  return origin.startsWith("https:") ? "__Host-alcoves.session" : "alcoves.session";
}

/**
 * Reads what a request shows of itself: a bearer token, else the session in the sealed cookie. It decides nothing: core
 * looks both up.
 */
export async function readCredentials(
  headers: Headers,
  { origin, sessionSecret }: { origin: string; sessionSecret: string },
): Promise<Credentials> {
  const bearer = /^Bearer (\S+)$/.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer) return { token: bearer };
  const sealed = cookieOf(headers.get("cookie"), sessionCookieName(origin));
  if (!sealed) return null;
  try {
    const token = await decode({ token: sealed, secret: sessionSecret });
    return typeof token?.sessionId === "string" ? { sessionId: token.sessionId } : null;
  } catch {
    return null; // sealed with another key, or made up: as good as none
  }
}

/** next-auth splits what is too long for one cookie into `name.0`, `name.1`, …; ours is short and stays whole. */
function cookieOf(header: string | null, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
