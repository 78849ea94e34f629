import { createHash } from "node:crypto";
import { batched } from "../batched.ts";
import type { Context, Principal, Services } from "../context.ts";
import { DomainError } from "../errors.ts";
import { perServices } from "../per-services.ts";
import { isUuid } from "../uuid.ts";

/** What a request showed of itself: a session from the sealed cookie, or a bearer token. */
export type Credentials = { sessionId: string } | { token: string } | null;

const visitor: Principal = { kind: "visitor" };
const seenEveryMs = 5 * 60_000;

const sessionStatement = {
  name: "session-principal",
  text: `
    SELECT s.id AS "sessionId", s.user_id AS "userId", s.last_seen_at AS "lastSeenAt",
           u.is_instance_owner AS "isInstanceOwner"
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ANY($1::uuid[]) AND s.expires_at > $2 AND u.disabled_at IS NULL`,
};

interface SessionRow {
  sessionId: string;
  userId: string;
  lastSeenAt: Date;
  isInstanceOwner: boolean;
}

/** Requests that come together share a statement: a page with a grid sends dozens. */
const sessionFinder = perServices(({ database, clock }) =>
  batched(async (sessionIds: string[]) => {
    const rows = await database.sql.read<SessionRow & Record<string, unknown>>(sessionStatement, [
      [...new Set(sessionIds)],
      clock(),
    ]);
    const found = new Map(rows.map((row) => [row.sessionId, row]));
    return sessionIds.map((sessionId) => found.get(sessionId) ?? null);
  }),
);
const tokenStatement = {
  name: "token-principal",
  text: `
    SELECT t.id AS "tokenId", t.user_id AS "userId", t.scope, t.last_used_at AS "lastSeenAt",
           u.is_instance_owner AS "isInstanceOwner"
    FROM access_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = $1 AND (t.expires_at IS NULL OR t.expires_at > $2) AND u.disabled_at IS NULL`,
};

const standingTokenStatement = {
  name: "token-stands",
  text: `
    SELECT FROM access_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.id = $1 AND (t.expires_at IS NULL OR t.expires_at > $2) AND u.disabled_at IS NULL`,
};

/** The SHA-256 under which an access token is kept. */
export function tokenHashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/**
 * The one door of identity: cookie and bearer token end here. What is unknown, expired, revoked or disabled is a visitor,
 * from the next request on.
 */
export async function findPrincipal(services: Services, credentials: Credentials): Promise<Principal> {
  if (!credentials) return visitor;
  return "token" in credentials
    ? findByToken(services, credentials.token)
    : findBySession(services, credentials.sessionId);
}

/**
 * For what outlives its request, such as a stream: is the session or the token still what it was?
 * @throws UNAUTHENTICATED when it was ended, revoked, has expired, or its account was disabled
 */
export async function requireStillIn({ services, principal }: Context): Promise<void> {
  if (principal.kind === "member" && (await sessionFinder(services)(principal.sessionId))) return;
  if (principal.kind === "token" && (await tokenStands(services, principal.tokenId))) return;
  if (principal.kind === "system") return;
  throw new DomainError("UNAUTHENTICATED", "You were signed out. Sign in again.");
}

async function tokenStands({ database, clock }: Services, tokenId: string): Promise<boolean> {
  const rows = await database.sql.read(standingTokenStatement, [tokenId, clock()]);
  return rows.length > 0;
}

async function findBySession(services: Services, sessionId: string): Promise<Principal> {
  if (!isUuid(sessionId)) return visitor;
  const row = await sessionFinder(services)(sessionId);
  if (!row) return visitor;
  const now = services.clock();
  if (now.getTime() - row.lastSeenAt.getTime() > seenEveryMs) {
    await services.database.prisma.session.updateMany({
      where: { id: sessionId },
      data: { lastSeenAt: now },
    });
  }
  return { kind: "member", sessionId, userId: row.userId, isInstanceOwner: row.isInstanceOwner };
}

async function findByToken({ database, clock }: Services, token: string): Promise<Principal> {
  const now = clock();
  const [row] = await database.sql.read<{
    tokenId: string;
    userId: string;
    scope: "read" | "write";
    lastSeenAt: Date | null;
    isInstanceOwner: boolean;
  }>(tokenStatement, [tokenHashOf(token), now]);
  if (!row) return visitor;
  const { tokenId, userId, scope, isInstanceOwner, lastSeenAt } = row;
  if (!lastSeenAt || now.getTime() - lastSeenAt.getTime() > seenEveryMs) {
    await database.prisma.accessToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } });
  }
  return { kind: "token", tokenId, userId, scope, isInstanceOwner };
}
