import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { findByIdentity, keyOf } from "./find-by-identity.ts";
import { IdentityRefused } from "./identity-refused.ts";
import type { Identity } from "./schema.ts";

/**
 * Connects an identity to an account; one that is connected to it stays so.
 * @throws IdentityRefused `taken` when it belongs to another account
 */
export async function addIdentity(
  ctx: Transaction<Context>,
  identity: Identity,
  userId: string,
): Promise<void> {
  const { provider, email } = identity;
  const { count } = await ctx.db.account.createMany({
    data: { ...keyOf(identity), userId, email },
    skipDuplicates: true,
  });
  if (count === 1) return recordAudit(ctx, "identity.connected", { provider, email });
  const holder = await findByIdentity(ctx, identity);
  if (holder?.id !== userId) throw new IdentityRefused("taken");
}
