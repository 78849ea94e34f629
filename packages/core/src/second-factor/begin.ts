import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { confirmPassword } from "../passwords/index.ts";
import { Confirmed } from "../passwords/schema.ts";
import { transaction } from "../transaction.ts";
import type { NewSecondFactor } from "./schema.ts";
import { newTotp } from "./totp.ts";

/**
 * Makes a secret for an authenticator app (TOTP, RFC 6238). It asks for nothing yet: `confirmSecondFactor` switches it on.
 * Beginning again gives a new secret and forgets the one before.
 * @throws FORBIDDEN for a wrong password and for tokens, CONFLICT when it is on already
 */
export async function beginSecondFactor(ctx: Context, input: Confirmed): Promise<NewSecondFactor> {
  const user = await confirmPassword(ctx, Confirmed.parse(input));
  const { totp, sealed } = newTotp(ctx, user);
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.user.updateMany({
      where: { id: user.id, totpEnabledAt: null },
      data: { totpSecret: sealed },
    });
    if (count === 0) throw alreadyOn();
    await recordAudit(ctx, "secondFactor.begun", {});
    return { uri: totp.toString(), secret: totp.secret.base32 };
  });
}

/** What is said to whom two-factor sign-in is on already. */
export function alreadyOn(): DomainError {
  return new DomainError(
    "CONFLICT",
    "Two-factor sign-in is on already. Switch it off first to use another app.",
  );
}
