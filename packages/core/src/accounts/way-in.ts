import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Makes what changes the ways into an account go one at a time, until the transaction ends: two that each leave one way
 * would together leave none.
 */
export async function lockWaysIn(ctx: Transaction<Context>, userId: string): Promise<void> {
  await ctx.db.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
}

/**
 * Asked after a way into an account was taken away, in the transaction of the act.
 * @throws CONFLICT when nobody could sign in to it any more: no password, no passkey, no identity
 */
export async function requireWayIn(ctx: Transaction<Context>, userId: string): Promise<void> {
  const { passwordHash, _count } = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, _count: { select: { passkeys: true, accounts: true } } },
  });
  if (passwordHash !== null || _count.passkeys + _count.accounts > 0) return;
  throw new DomainError(
    "CONFLICT",
    "This is the only way to sign in to your account. Add another one first, then take this away.",
  );
}
