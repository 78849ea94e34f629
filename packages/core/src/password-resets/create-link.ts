import { requireInstanceOwner, requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { makeLink } from "./make-link.ts";
import { CreateResetLink, type ResetLink } from "./schema.ts";

const minutes = 24 * 60;

/**
 * Makes a link for somebody who forgot their password, to be handed to them by other means than mail. It is returned once.
 * @throws FORBIDDEN but for the instance owner in person, NOT_FOUND without such an account, INVALID for a disabled one
 */
export async function createResetLink(ctx: Context, input: CreateResetLink): Promise<ResetLink> {
  requireInstanceOwner(ctx);
  requireSession(ctx);
  const { userId } = CreateResetLink.parse(input);
  return transaction(ctx, async (ctx) => {
    const user = await ctx.db.user.findUnique({ where: { id: userId } });
    if (!user) throw notFound("account");
    if (user.disabledAt) throw new DomainError("INVALID", "This account is disabled. Enable it first.");
    await recordAudit(ctx, "resetLink.created", { userId, email: user.email });
    return makeLink(ctx, { userId, minutes });
  });
}
