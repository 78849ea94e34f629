import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { confirmPassword } from "../passwords/index.ts";
import { Confirmed } from "../passwords/schema.ts";
import { transaction } from "../transaction.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import type { RecoveryCodes } from "./schema.ts";

/**
 * Gives new recovery codes; those of before open nothing any more.
 * @throws FORBIDDEN for a wrong password and for tokens, CONFLICT while two-factor sign-in is off
 */
export async function renewRecoveryCodes(ctx: Context, input: Confirmed): Promise<RecoveryCodes> {
  const { id: userId } = await confirmPassword(ctx, Confirmed.parse(input));
  return transaction(ctx, async (ctx) => {
    // Two who renew at once go one after the other, and the codes of the second count.
    const [user] = await ctx.db.$queryRaw<{ isOn: boolean }[]>`
      SELECT totp_enabled_at IS NOT NULL AS "isOn" FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
    if (!user?.isOn) throw new DomainError("CONFLICT", "Two-factor sign-in is off. Switch it on first.");
    const recoveryCodes = await replaceRecoveryCodes(ctx, userId);
    await recordAudit(ctx, "recoveryCodes.renewed", { count: recoveryCodes.length });
    return { recoveryCodes };
  });
}
