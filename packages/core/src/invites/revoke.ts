import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { OneInvite } from "./schema.ts";

/** Ends an invite: its link lets nobody in from now on. Idempotent. @throws NOT_FOUND for one that is not this library's */
export async function revokeInvite(ctx: LibraryContext, input: OneInvite): Promise<void> {
  const { inviteId } = OneInvite.parse(input);
  const { libraryId } = ctx.access;
  await transaction(ctx, async (ctx) => {
    const invite = await ctx.db.invite.findFirst({ where: { id: inviteId, libraryId } });
    if (!invite) throw notFound("invite");
    if (invite.revokedAt) return;
    await ctx.db.invite.update({ where: { id: inviteId }, data: { revokedAt: ctx.services.clock() } });
    await recordAudit(ctx, "invite.revoked", { libraryId, inviteId });
  });
}
