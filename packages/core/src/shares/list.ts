import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { OneMoment } from "../moments/schema.ts";
import { mayRevokeShare } from "./may-revoke.ts";
import type { ShareState, ShareSummary } from "./schema.ts";
import { tokenOf } from "./token.ts";

/** The links of a moment, the newest first. @throws NOT_FOUND for a moment that is deleted, of another library or of a file in the trash */
export async function listShares(ctx: LibraryContext, input: OneMoment): Promise<ShareSummary[]> {
  const { momentId } = OneMoment.parse(input);
  const moment = await ctx.db.moment.findFirst({
    where: {
      id: momentId,
      libraryId: ctx.access.libraryId,
      removedAt: null,
      file: { trashedAt: null },
    },
    include: {
      file: { select: { uploadedById: true } },
      shares: { orderBy: { id: "desc" }, include: { createdBy: { select: { name: true } } } },
    },
  });
  if (!moment) throw notFound("moment");
  const now = ctx.services.clock();
  return moment.shares.map((share) => ({
    shareId: share.id,
    token: tokenOf(ctx.services, share),
    state: stateOf(share, now),
    hasPassword: share.passwordHash !== null,
    expiresAt: share.expiresAt,
    views: share.views,
    createdAt: share.createdAt,
    createdBy: share.createdBy?.name ?? null,
    mayRevoke: mayRevokeShare(ctx, { ...share, moment }),
  }));
}

function stateOf(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ShareState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "open";
}
