import { recordAudit } from "../audit/index.ts";
import type { AuditSubjects } from "../audit/schema.ts";
import type { Context } from "../context.ts";
import { transaction } from "../transaction.ts";

const sessionDays = 30;

/** How long a session lives, seconds. */
export const sessionSeconds = sessionDays * 24 * 60 * 60;

/** A session that was just opened, and whose it is. */
export interface OpenedSession {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
}

/**
 * Opens a new session for someone whose identity was just proved. Its id never existed before the proof, so none that
 * somebody planted can become one (session fixation).
 * @param by what proved it
 */
export function openSession(
  ctx: Context,
  user: { id: string; name: string; email: string; isInstanceOwner: boolean },
  by: AuditSubjects["session.opened"]["by"],
): Promise<OpenedSession> {
  const { address, userAgent } = ctx.origin;
  const expiresAt = new Date(ctx.services.clock().getTime() + sessionSeconds * 1_000);
  return transaction(ctx, async (ctx) => {
    const { id: sessionId } = await ctx.db.session.create({
      data: { userId: user.id, expiresAt, userAgent, address },
    });
    const { id: userId, name, email, isInstanceOwner } = user;
    const inside = { ...ctx, principal: { kind: "member", userId, sessionId, isInstanceOwner } as const };
    await recordAudit(inside, "session.opened", { by });
    return { sessionId, userId, name, email };
  });
}
