import { requireSession } from "../access/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { isPassword } from "./password.ts";
import type { Confirmed } from "./schema.ts";

/**
 * Asks the signed-in person for their password again, before what a borrowed browser must not do. An account without a
 * password has nothing to be asked for.
 * @returns the person's row
 * @throws FORBIDDEN for a wrong password and for tokens, RATE_LIMITED after too many tries
 */
export async function confirmPassword(ctx: Context, { password }: Confirmed) {
  const { userId } = requireSession(ctx);
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  if (user.passwordHash === null) return user;
  await limit(ctx, "confirm a password", userId);
  if (await isPassword(password ?? "", user.passwordHash)) return user;
  throw new DomainError("FORBIDDEN", "That is not your password. Enter the one you sign in with.");
}
