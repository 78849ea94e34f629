import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError, SecondFactorWanted } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { isPassword } from "../passwords/index.ts";
import { limitCodes, takeCode } from "../second-factor/index.ts";
import { transaction } from "../transaction.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { refuseSignIn } from "./refuse-sign-in.ts";
import { SignIn } from "./schema.ts";

/**
 * Checks a password, and the code of those who have a second factor, and opens a session.
 * @throws UNAUTHENTICATED with one message, after the same time, for an unknown address and a wrong password;
 *   SecondFactorWanted when the password is right and a code is missing, UNAUTHENTICATED when that one is wrong or used;
 *   RATE_LIMITED after too many tries from one address or at one account
 */
export async function signIn(ctx: Context, input: SignIn): Promise<OpenedSession> {
  await limit(ctx, "sign-in from an address");
  const parsed = SignIn.safeParse(input);
  const { email, password, code } = parsed.data ?? { email: null, password: "" };
  // Also where there is no such account: whether there is one shows nowhere. Without an address nobody asks from outside.
  if (email && ctx.origin.address) await limit(ctx, "sign-in to an account", email);
  const user = email ? await ctx.db.user.findUnique({ where: { email } }) : null;
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  if (!user || !isRight || user.disabledAt) return refuseSignIn(ctx, email ?? "");
  if (!user.totpEnabledAt) return openSession(ctx, user, "password");
  if (!code) throw new SecondFactorWanted();
  return signInWithCode(ctx, user, code);
}

/** The second step of someone whose password was right. */
async function signInWithCode(
  ctx: Context,
  user: Parameters<typeof takeCode>[1] & Parameters<typeof openSession>[1],
  code: string,
): Promise<OpenedSession> {
  await limitCodes(ctx, user.id);
  const session = await transaction(ctx, async (ctx) => {
    const taken = await takeCode(ctx, user, code);
    return taken && openSession(ctx, user, taken === "code" ? "password_and_code" : taken);
  });
  if (session) return session;
  await recordAudit(ctx, "session.refused", { email: user.email });
  throw new DomainError(
    "UNAUTHENTICATED",
    "This code is wrong or was used already. Enter the one the app shows now, or a recovery code.",
  );
}
