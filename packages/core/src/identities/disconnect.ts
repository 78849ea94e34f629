import { requireSession } from "../access/index.ts";
import { lockWaysIn, requireWayIn } from "../accounts/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";

/**
 * Takes an identity away from the account of the signed-in person; sessions it has opened go on.
 * @throws NOT_FOUND for one that is not theirs, CONFLICT when it is their only way to sign in
 */
export async function disconnectIdentity(
  ctx: Context,
  { identityId }: { identityId: string },
): Promise<void> {
  const { userId } = requireSession(ctx);
  await transaction(ctx, async (ctx) => {
    await lockWaysIn(ctx, userId);
    const identity = await ctx.db.account.findFirst({ where: { id: identityId, userId } });
    if (!identity) throw notFound("sign-in method");
    await ctx.db.account.delete({ where: { id: identityId } });
    await requireWayIn(ctx, userId);
    const { provider, email } = identity;
    await recordAudit(ctx, "identity.disconnected", { provider, email });
  });
}
