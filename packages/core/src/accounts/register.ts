import type { Context } from "../context.ts";
import { limit } from "../limits/index.ts";
import { hashPassword, requireGoodPassword } from "../passwords/index.ts";
import { readSettings } from "../settings/index.ts";
import { transaction } from "../transaction.ts";
import { makeAccount } from "./make-account.ts";
import { Register } from "./schema.ts";

/**
 * Makes an account with its personal library. The first account owns the instance, whatever the mode.
 * @param input.invite opens registration where it is by invitation, and makes a member of its library
 * @returns the library that was joined, null when there was no invite, or one that lets nobody in any more
 * @throws INVALID for a password that is guessed first, FORBIDDEN when registration is not open, CONFLICT when the address
 *   is taken, RATE_LIMITED after too many from one address
 */
export async function register(
  ctx: Context,
  input: Register,
): Promise<{ userId: string; joinedLibraryId: string | null }> {
  const { name, email, password, invite } = Register.parse(input);
  requireGoodPassword(password, { name, email });
  await limit(ctx, "register");
  const passwordHash = await hashPassword(password);
  return transaction(ctx, async (ctx) => {
    const { user, joinedLibraryId } = await makeAccount(ctx, { name, email, passwordHash, invite });
    return { userId: user.id, joinedLibraryId };
  });
}

/** What the pages before the app need to know before anyone is signed in. */
export async function getRegistration(ctx: Context) {
  const { registrationMode } = await readSettings(ctx);
  const firstAccount = (await ctx.db.user.findFirst({ select: { id: true } })) === null;
  return { mode: registrationMode, firstAccount, sendsMail: ctx.services.mailer !== null };
}
