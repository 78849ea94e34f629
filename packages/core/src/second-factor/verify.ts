import type { Context } from "../context.ts";
import { limit } from "../limits/index.ts";
import type { Transaction } from "../transaction.ts";
import { recoveryCodeHashOf } from "./recovery-codes.ts";
import { stepOf } from "./totp.ts";

/** An account that may have a second factor. */
interface SecondFactorUser {
  id: string;
  email: string;
  totpSecret: Uint8Array | null;
}

/**
 * Counts one more try at an account's codes. It stands outside of the transaction that takes the code, which a refusal ends.
 * @throws RATE_LIMITED after too many
 */
export function limitCodes(ctx: Context, userId: string): Promise<void> {
  return limit(ctx, "sign-in code of an account", userId);
}

/**
 * Takes a code of the app or a recovery code. Each counts once: whoever changes the row first has it, and all others wait
 * for that row and then find nothing to change.
 * @returns what it was; null for a wrong code, and for one that was used
 */
export async function takeCode(
  ctx: Transaction<Context>,
  user: SecondFactorUser,
  code: string,
): Promise<"code" | "recovery_code" | null> {
  const bare = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(bare)) return (await takeStep(ctx, user, stepOf(ctx, user, bare))) ? "code" : null;
  const { count } = await ctx.db.recoveryCode.updateMany({
    where: { userId: user.id, codeHash: recoveryCodeHashOf(bare), usedAt: null },
    data: { usedAt: ctx.services.clock() },
  });
  return count === 1 ? "recovery_code" : null;
}

async function takeStep(
  ctx: Transaction<Context>,
  { id }: SecondFactorUser,
  step: number | null,
): Promise<boolean> {
  if (step === null) return false;
  const { count } = await ctx.db.user.updateMany({
    where: {
      id,
      totpEnabledAt: { not: null },
      OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }],
    },
    data: { totpLastStep: step },
  });
  return count === 1;
}
