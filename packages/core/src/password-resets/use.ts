import { endSessionsOf } from "../accounts/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { hashPassword, requireGoodPassword } from "../passwords/index.ts";
import { transaction } from "../transaction.ts";
import { resetHashOf } from "./make-link.ts";
import { LookAtReset, ResetPassword } from "./schema.ts";

/**
 * Whose password a link sets. Looking uses nothing up: programs look at links before people do.
 * @throws NOT_FOUND for a link that was used, has expired, was replaced or never made; RATE_LIMITED after too many
 */
export async function lookAtReset(ctx: Context, input: LookAtReset): Promise<{ email: string }> {
  const { token } = LookAtReset.parse(input);
  await limit(ctx, "look at a reset link");
  const { user } = await findReset(ctx, token);
  return { email: user.email };
}

/**
 * Sets a new password by a link, which is used up, and ends every session of the account. Access tokens and the second
 * factor stay as they are.
 * @throws NOT_FOUND as `lookAtReset`, INVALID for a password that is guessed first, RATE_LIMITED after too many
 */
export async function resetPassword(ctx: Context, input: ResetPassword): Promise<void> {
  const { token, password } = ResetPassword.parse(input);
  await limit(ctx, "look at a reset link");
  const { id, user } = await findReset(ctx, token);
  requireGoodPassword(password, user);
  const passwordHash = await hashPassword(password);
  await transaction(ctx, async (ctx) => {
    const now = ctx.services.clock();
    // Of many uses at once one finds the link unused.
    const { count } = await ctx.db.passwordReset.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw unknownLink();
    await ctx.db.user.update({ where: { id: user.id }, data: { passwordHash } });
    await recordAudit(ctx, "password.reset", { userId: user.id, email: user.email });
    await endSessionsOf(ctx, user.id);
  });
}

async function findReset({ db, services }: Context, token: string) {
  const reset = await db.passwordReset.findFirst({
    where: {
      tokenHash: resetHashOf(token),
      usedAt: null,
      expiresAt: { gt: services.clock() },
      user: { disabledAt: null },
    },
    include: { user: true },
  });
  if (!reset) throw unknownLink();
  return reset;
}

function unknownLink(): DomainError {
  return new DomainError(
    "NOT_FOUND",
    "This link was used already, has expired, or was replaced by a newer one.",
  );
}
