import type { LibraryContext } from "../context.ts";
import { mayRevokeShare } from "./may-revoke.ts";
import { SharedSubject, type ShareState, type ShareSummary } from "./schema.ts";
import { requireSubject, subjectColumns } from "./subject.ts";
import { tokenOf } from "./token.ts";

/** The links of a moment, a file or an album, the newest first. @throws NOT_FOUND for what is deleted, of another library or in the trash */
export async function listShares(ctx: LibraryContext, input: SharedSubject): Promise<ShareSummary[]> {
  const { momentId, fileId, albumId } = SharedSubject.parse(input);
  await requireSubject(ctx, { libraryId: ctx.access.libraryId, momentId, fileId, albumId });
  const shares = await ctx.db.share.findMany({
    where: { libraryId: ctx.access.libraryId, momentId, fileId, albumId },
    orderBy: { id: "desc" },
    include: { ...subjectColumns, createdBy: { select: { name: true } } },
  });
  const now = ctx.services.clock();
  return shares.map((share) => ({
    shareId: share.id,
    token: tokenOf(ctx.services, share),
    state: stateOf(share, now),
    hasPassword: share.passwordHash !== null,
    exposes: {
      originals: share.exposesOriginals,
      metadata: share.exposesMetadata,
      location: share.exposesLocation,
    },
    expiresAt: share.expiresAt,
    views: share.views,
    createdAt: share.createdAt,
    createdBy: share.createdBy?.name ?? null,
    mayRevoke: mayRevokeShare(ctx, share),
  }));
}

function stateOf(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ShareState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "open";
}
