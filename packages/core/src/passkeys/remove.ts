import { requireSession } from "../access/index.ts";
import { lockWaysIn, requireWayIn } from "../accounts/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { OnePasskey } from "./schema.ts";

/**
 * Forgets one of the signed-in person's passkeys: it opens nothing any more. Sessions that it opened stay.
 * @throws NOT_FOUND for a passkey that is not theirs, CONFLICT when it is their only way to sign in
 */
export async function removePasskey(ctx: Context, input: OnePasskey): Promise<void> {
  const { userId } = requireSession(ctx);
  const { passkeyId } = OnePasskey.parse(input);
  await transaction(ctx, async (ctx) => {
    await lockWaysIn(ctx, userId);
    const passkey = await ctx.db.passkey.findFirst({ where: { id: passkeyId, userId } });
    if (!passkey) throw notFound("passkey");
    await ctx.db.passkey.deleteMany({ where: { id: passkeyId } });
    await requireWayIn(ctx, userId);
    await recordAudit(ctx, "passkey.removed", { passkeyId, name: passkey.name });
  });
}
