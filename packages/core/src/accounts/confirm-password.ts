import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { isPassword } from "./password.ts";

/**
 * Asks a signed-in person for their password once more, before what a thief of the session must not do. Guesses count with
 * those of signing in.
 * @throws FORBIDDEN for a wrong password, INVALID for an account that has none, RATE_LIMITED after too many tries
 */
export async function confirmPassword(
  ctx: Context,
  user: { email: string; passwordHash: string | null },
  password: string,
): Promise<void> {
  if (user.passwordHash === null) throw new DomainError("INVALID", "Set a password first, under Security.");
  // Without an address nobody asks from outside.
  if (ctx.origin.address) await limit(ctx, "sign-in to an account", user.email);
  if (await isPassword(password, user.passwordHash)) return;
  throw new DomainError("FORBIDDEN", "This is not your current password.");
}
