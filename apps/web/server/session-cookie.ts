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
  headers: { authorization?: string; cookie?: string },
  { origin, sessionSecret }: { origin: string; sessionSecret: string },
): Promise<Credentials> {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
  if (bearer) return { token: bearer };
  const sealed = cookieOf(headers.cookie, sessionCookieName(origin));
  if (!sealed) return null;
  const sessionId = await openOnce(sealed, sessionSecret);
  return sessionId ? { sessionId } : null;
}

/** Seals that were opened lately. What a seal holds never changes, and whether the session still counts the database knows. */
const opened = new Map<string, string | null>();
const mostRemembered = 5_000;

async function openOnce(sealed: string, secret: string): Promise<string | null> {
  const place = `${secret}/${sealed}`;
  const known = opened.get(place);
  if (known !== undefined) return known;
  const sessionId = await open(sealed, secret);
  if (opened.size >= mostRemembered) opened.clear();
  opened.set(place, sessionId);
  return sessionId;
}

async function open(sealed: string, secret: string): Promise<string | null> {
  try {
    const token = await decode({ token: sealed, secret });
    return typeof token?.sessionId === "string" ? token.sessionId : null;
  } catch {
    return null; // sealed with another key, or made up: as good as none
  }
}

/** next-auth splits what is too long for one cookie into `name.0`, `name.1`, …; ours is short and stays whole. */
function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
