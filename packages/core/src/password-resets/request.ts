import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import type { Letter } from "../mail/index.ts";
import { transaction } from "../transaction.ts";
import { makeLink } from "./make-link.ts";
import { RequestReset } from "./schema.ts";

const minutes = 60;

/**
 * Sends a link to an address that has an account. The answer is the same, after the same time, for one that has none: what
 * is to be done begins after it.
 * @throws INVALID where no mail is configured, RATE_LIMITED after too many from one address or for one
 */
export async function requestReset(ctx: Context, input: RequestReset): Promise<void> {
  const { email } = RequestReset.parse(input);
  const { mailer } = ctx.services;
  if (!mailer) {
    throw new DomainError(
      "INVALID",
      "This instance sends no mail. Ask its owner for a link to set a new password.",
    );
  }
  await limit(ctx, "forgot password from an address");
  if (ctx.origin.address) await limit(ctx, "forgot password of an account", email);
  mailer.post(writeLetter(ctx, email));
}

/** @returns null for an address without an account, and for one that is disabled */
function writeLetter(ctx: Context, email: string): Promise<Letter | null> {
  return transaction(ctx, async (ctx) => {
    const user = await ctx.db.user.findUnique({ where: { email } });
    if (!user || user.disabledAt) return null;
    const { url } = await makeLink(ctx, { userId: user.id, minutes });
    await recordAudit(ctx, "resetLink.mailed", { userId: user.id, email });
    return {
      to: { name: user.name, address: email },
      subject: "Set a new password for Alcoves",
      before: [
        `Hello ${user.name},`,
        "somebody asked for a new password for your account. If it was you, set one here:",
      ],
      link: { label: "Set a new password", url },
      after: [
        `The link works once, for ${minutes} minutes. It signs you out everywhere.`,
        "If it was not you, leave this mail alone: nothing changes.",
      ],
    };
  });
}
