import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { confirmPassword } from "../passwords/index.ts";
import { Confirmed } from "../passwords/schema.ts";
import { transaction } from "../transaction.ts";

/**
 * Switches two-factor sign-in off and forgets the secret and the recovery codes. Idempotent.
 * @throws FORBIDDEN for a wrong password and for tokens
 */
export async function disableSecondFactor(ctx: Context, input: Confirmed): Promise<void> {
  const { id: userId } = await confirmPassword(ctx, Confirmed.parse(input));
  await transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.user.updateMany({
      where: { id: userId, totpSecret: { not: null } },
      data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null },
    });
    await ctx.db.recoveryCode.deleteMany({ where: { userId } });
    if (count > 0) await recordAudit(ctx, "secondFactor.disabled", {});
  });
}
