import { requireSession } from "../access/index.ts";
import type { Context } from "../context.ts";
import { transaction } from "../transaction.ts";
import { addIdentity } from "./add-identity.ts";
import { IdentityRefused } from "./identity-refused.ts";
import { openPendingLink, usePendingLink } from "./pending-link.ts";
import { recordingRefusal } from "./recording-refusal.ts";
import type { IdentityProviderId, PendingLink } from "./schema.ts";

/**
 * The consent of the account that is signed in: from now on the identity signs in to it.
 * @param link of `signInByIdentity`, as this browser kept it
 * @throws IdentityRefused when the link is old, used, or waits for another account, or the identity belongs to one
 */
export async function connectIdentity(
  ctx: Context,
  { link: sealed }: { link: string },
): Promise<{ provider: IdentityProviderId }> {
  const { userId } = requireSession(ctx);
  const link = openPendingLink(ctx, sealed);
  await recordingRefusal(ctx, link.identity, async () => {
    if (link.userId !== userId) throw new IdentityRefused("other_account");
    await usePendingLink(ctx, link);
    await transaction(ctx, (ctx) => addIdentity(ctx, link.identity, userId));
  });
  return { provider: link.identity.provider };
}

/** What a pending link asks for, to be shown to whoever has it. @throws IdentityRefused `expired` */
export function describePendingLink(ctx: Context, { link: sealed }: { link: string }): PendingLink {
  const { userId, identity } = openPendingLink(ctx, sealed);
  const { principal } = ctx;
  const asks = principal.kind !== "member" ? "visitor" : principal.userId === userId ? "you" : "another";
  return { provider: identity.provider, email: identity.email, asks };
}
