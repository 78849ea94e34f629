import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { confirmPassword, hashPassword, requireGoodPassword } from "../passwords/index.ts";
import { transaction } from "../transaction.ts";
import { ChangePassword } from "./schema.ts";
import { endOtherSessions } from "./sessions.ts";

/**
 * Changes the signed-in person's password and ends all of their sessions but this one. An account that has none sets its
 * first one.
 * @throws FORBIDDEN for a token or a wrong current password, INVALID for a new one that is guessed first, RATE_LIMITED after
 *   too many tries
 */
export async function changePassword(ctx: Context, input: ChangePassword): Promise<void> {
  const { currentPassword, newPassword } = ChangePassword.parse(input);
  const user = await confirmPassword(ctx, { password: currentPassword ?? undefined });
  const userId = user.id;
  requireGoodPassword(newPassword, user);
  const passwordHash = await hashPassword(newPassword);
  await transaction(ctx, async (ctx) => {
    // Of two changes at once the second finds that the password it knew is no more.
    const { count } = await ctx.db.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw new DomainError("CONFLICT", "Your password was changed just now. Try again.");
    await ctx.db.passwordReset.deleteMany({ where: { userId, usedAt: null } });
    await recordAudit(ctx, "password.changed", {});
    await endOtherSessions(ctx);
  });
}
