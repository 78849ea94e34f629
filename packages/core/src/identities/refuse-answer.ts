import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { limit } from "../limits/index.ts";
import type { IdentityProviderId } from "./schema.ts";

/**
 * Tells the audit log of an answer that let nobody in: somebody turned back at the provider, or it was forged, used before, or
 * meant for another browser.
 * @throws RATE_LIMITED after too many from one address; those are not written down
 */
export async function refuseAnswer(
  ctx: Context,
  { provider }: { provider: IdentityProviderId },
): Promise<void> {
  await limit(ctx, "sign-in from an address");
  await recordAudit(ctx, "identity.refused", { provider, email: null, reason: "answer" });
}
