import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { isPassword } from "./password.ts";
import { SignIn } from "./schema.ts";

/**
 * Checks a password and opens a session.
 * @throws UNAUTHENTICATED with one message, after the same time, for an unknown address and a wrong password;
 *   RATE_LIMITED after too many tries from one address or at one account
 */
export async function signIn(ctx: Context, input: SignIn): Promise<OpenedSession> {
  await limit(ctx, "sign-in from an address");
  const parsed = SignIn.safeParse(input);
  const { email, password } = parsed.data ?? { email: null, password: "" };
  // Also where there is no such account: whether there is one shows nowhere. Without an address nobody asks from outside.
  if (email && ctx.origin.address) await limit(ctx, "sign-in to an account", email);
  const user = email ? await ctx.db.user.findUnique({ where: { email } }) : null;
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  if (user && isRight && !user.disabledAt) return openSession(ctx, user, "password");
  await recordAudit(ctx, "session.refused", { email: email ?? "" });
  throw new DomainError("UNAUTHENTICATED", "Email and password do not match an account here.");
}
