import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { isPassword } from "./password.ts";
import { SignIn } from "./schema.ts";

const sessionDays = 30;

/** Where a sign-in comes from, as its session remembers it. */
export interface SignInOrigin {
  userAgent: string | null;
  address: string | null;
}

/** How long a session lives, seconds. */
export const sessionSeconds = sessionDays * 24 * 60 * 60;

/**
 * Checks a password and opens a new session; its id never existed before the password was right.
 * @throws UNAUTHENTICATED with one message, after the same time, for an unknown address and a wrong password
 */
export async function signIn(
  ctx: Context,
  input: SignIn,
  origin: SignInOrigin,
): Promise<{ sessionId: string; userId: string; name: string; email: string }> {
  const parsed = SignIn.safeParse(input);
  const user = parsed.success ? await ctx.db.user.findUnique({ where: { email: parsed.data.email } }) : null;
  const password = parsed.success ? parsed.data.password : "";
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (!user || !right || user.disabledAt) {
    throw new DomainError("UNAUTHENTICATED", "Email and password do not match an account here.");
  }
  const expiresAt = new Date(ctx.services.clock().getTime() + sessionSeconds * 1_000);
  const session = await ctx.db.session.create({
    data: {
      userId: user.id,
      expiresAt,
      userAgent: origin.userAgent?.slice(0, 400) ?? null,
      address: origin.address,
    },
  });
  return { sessionId: session.id, userId: user.id, name: user.name, email: user.email };
}

/** Ends a session on the server: its cookie opens nothing from the next request on. Idempotent. */
export async function signOut(ctx: Context, sessionId: string): Promise<void> {
  await ctx.db.session.deleteMany({ where: { id: sessionId } });
}
