import { recordActivity } from "../activity/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { mayRevokeShare } from "./may-revoke.ts";
import { OneShare } from "./schema.ts";
import { subjectColumns, tellSubject } from "./subject.ts";

/**
 * Ends a share for good, also while what it is of is deleted or in the trash. Idempotent.
 * @throws NOT_FOUND for one that is not this library's, FORBIDDEN for somebody else's of what one may not change
 */
export async function revokeShare(ctx: LibraryContext, input: OneShare): Promise<void> {
  const { shareId } = OneShare.parse(input);
  const { libraryId } = ctx.access;
  await transaction(ctx, async (ctx) => {
    const share = await ctx.db.share.findFirst({
      where: { id: shareId, libraryId },
      include: subjectColumns,
    });
    if (!share) throw notFound("share");
    if (!mayRevokeShare(ctx, share))
      throw new DomainError("FORBIDDEN", "This link is somebody else's. Ask an admin of the library.");
    if (share.revokedAt) return;
    await ctx.db.share.update({ where: { id: shareId }, data: { revokedAt: ctx.services.clock() } });
    const { kind, name, ids } = tellSubject(share);
    await recordActivity(ctx, "share.revoked", { ...ids, name });
    await recordAudit(ctx, "share.revoked", { libraryId, shareId, kind, name });
  });
}
