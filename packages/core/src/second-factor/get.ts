import { requireSession } from "../access/index.ts";
import type { Context } from "../context.ts";
import type { SecondFactor } from "./schema.ts";

/** Whether the signed-in person's password needs a code beside it. */
export async function getSecondFactor(ctx: Context): Promise<SecondFactor> {
  const { userId } = requireSession(ctx);
  const { totpEnabledAt, passwordHash, _count } = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      totpEnabledAt: true,
      passwordHash: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    enabledAt: totpEnabledAt,
    recoveryCodesLeft: _count.recoveryCodes,
    hasPassword: passwordHash !== null,
  };
}
