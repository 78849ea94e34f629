import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Transaction, transaction } from "../transaction.ts";
import type { SessionSummary } from "./schema.ts";

/** The signed-in person's sessions, this one first, then by when they were last seen. */
export async function listSessions(ctx: Context): Promise<SessionSummary[]> {
  const { userId, sessionId: own } = requireSession(ctx);
  const rows = await ctx.db.session.findMany({
    where: { userId, expiresAt: { gt: ctx.services.clock() } },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows
    .map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
      sessionId: id,
      userAgent,
      address,
      createdAt,
      lastSeenAt,
      isCurrent: id === own,
    }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/**
 * Ends one of the signed-in person's sessions: its cookie opens nothing from the next request on, and its streams end.
 * @throws NOT_FOUND for a session that is not theirs
 */
export async function endSession(ctx: Context, { sessionId }: { sessionId: string }): Promise<void> {
  if (!(await end(ctx, sessionId))) throw notFound("session");
}

/** Ends the session of this request. Idempotent: one that has ended already stays ended. */
export async function signOut(ctx: Context): Promise<void> {
  if (ctx.principal.kind === "member") await end(ctx, ctx.principal.sessionId);
}

/** @returns false when the signed-in person has no such session */
function end(ctx: Context, sessionId: string): Promise<boolean> {
  const { userId } = requireSession(ctx);
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.session.deleteMany({ where: { id: sessionId, userId } });
    if (count === 0) return false;
    ctx.afterCommit.news.add(userId);
    await recordAudit(ctx, "session.ended", { sessionId });
    return true;
  });
}

/** Ends every session of the signed-in person but this one. @returns how many there were */
export async function endOtherSessions(ctx: Context): Promise<{ count: number }> {
  const { userId, sessionId } = requireSession(ctx);
  return transaction(ctx, (ctx) => endSessionsOf(ctx, userId, sessionId));
}

/** Ends the sessions of an account, all but one or all. Its tokens stay: they are revoked one by one. */
export async function endSessionsOf(
  ctx: Transaction<Context>,
  userId: string,
  except?: string,
): Promise<{ count: number }> {
  const { count } = await ctx.db.session.deleteMany({ where: { userId, id: { not: except } } });
  ctx.afterCommit.news.add(userId);
  await recordAudit(ctx, "sessions.ended", { count });
  return { count };
}
