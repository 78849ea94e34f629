import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { confirmPassword } from "../passwords/index.ts";
import { transaction } from "../transaction.ts";
import { ChangeEmail, ChangeName, ChangePreferences } from "./schema.ts";

/** Changes what the signed-in person is called. @throws FORBIDDEN for a token */
export async function changeName(ctx: Context, input: ChangeName): Promise<void> {
  const { userId } = requireSession(ctx);
  const { name } = ChangeName.parse(input);
  await ctx.db.user.update({ where: { id: userId }, data: { name } });
}

/**
 * Changes the address that the signed-in person signs in with. Links that were sent to the old one to set a new password end
 * with it.
 * @throws FORBIDDEN for a token or a wrong password, CONFLICT when the address is another's, RATE_LIMITED after too many tries
 */
export async function changeEmail(ctx: Context, input: ChangeEmail): Promise<void> {
  const { email, currentPassword } = ChangeEmail.parse(input);
  const user = await confirmPassword(ctx, { password: currentPassword });
  const userId = user.id;
  // Whoever found the browser open could lead the account to themself.
  if (user.passwordHash === null) throw new DomainError("INVALID", "Set a password first, under Security.");
  if (email === user.email) return;
  await transaction(ctx, async (ctx) => {
    await ctx.db.user.update({ where: { id: userId }, data: { email } }).catch(explainTaken);
    await ctx.db.passwordReset.deleteMany({ where: { userId, usedAt: null } });
    await recordAudit(ctx, "email.changed", { from: user.email, to: email });
  });
}

/** Changes how Alcoves looks and behaves for the signed-in person, in every browser. @throws FORBIDDEN for a token */
export async function changePreferences(ctx: Context, input: ChangePreferences): Promise<void> {
  const { userId } = requireSession(ctx);
  await ctx.db.user.update({ where: { id: userId }, data: ChangePreferences.parse(input) });
}

/** The database decides whether an address is free: of two who ask for one at once, one gets it. */
function explainTaken(error: unknown): never {
  const isTaken = error instanceof Error && "code" in error && error.code === "P2002";
  throw isTaken ? new DomainError("CONFLICT", "Another account has this email address.") : error;
}
