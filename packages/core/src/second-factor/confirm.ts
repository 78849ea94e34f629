import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { confirmPassword } from "../passwords/index.ts";
import { transaction } from "../transaction.ts";
import { alreadyOn } from "./begin.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { ConfirmSecondFactor, type RecoveryCodes } from "./schema.ts";
import { stepOf } from "./totp.ts";
import { limitCodes } from "./verify.ts";

/**
 * Switches two-factor sign-in on with a code of the app that was just set up. The code is used up by that.
 * @throws FORBIDDEN for a wrong password and for tokens, INVALID for a wrong code, CONFLICT when it is on already or was never
 *   begun, RATE_LIMITED after too many tries
 */
export async function confirmSecondFactor(ctx: Context, input: ConfirmSecondFactor): Promise<RecoveryCodes> {
  const { code, password } = ConfirmSecondFactor.parse(input);
  const user = await confirmPassword(ctx, { password });
  if (user.totpEnabledAt) throw alreadyOn();
  if (!user.totpSecret) throw new DomainError("CONFLICT", "Nothing was set up yet. Begin again.");
  await limitCodes(ctx, user.id);
  const step = stepOf(ctx, user, code.replace(/\s/g, ""));
  if (step === null) {
    throw new DomainError(
      "INVALID",
      "This code does not match. Enter the one the app shows now, and see that the clock of your phone is right.",
    );
  }
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.user.updateMany({
      // The same secret: somebody may have begun again meanwhile.
      where: { id: user.id, totpEnabledAt: null, totpSecret: user.totpSecret },
      data: { totpEnabledAt: ctx.services.clock(), totpLastStep: step },
    });
    if (count === 0) throw alreadyOn();
    const recoveryCodes = await replaceRecoveryCodes(ctx, user.id);
    await recordAudit(ctx, "secondFactor.enabled", {});
    return { recoveryCodes };
  });
}
