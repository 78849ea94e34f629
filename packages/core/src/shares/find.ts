import { timingSafeEqual } from "node:crypto";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit, requireWithin } from "../limits/index.ts";
import { isProof } from "./proof.ts";
import { shareHashOf } from "./token.ts";

/** A share that stands, with its moment and file. */
export type FoundShare = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

/**
 * The one place that decides whether a link opens: every route comes through here. One that was never made is told as one that is
 * revoked or expired, whose library allows no sharing any more, or whose moment or file is gone.
 * @returns the share, and whether its password is still wanted
 * @throws NOT_FOUND, RATE_LIMITED for an address that tried many that open nothing
 */
export async function findShare(
  ctx: Context,
  { token, proof }: { token: string; proof: string | null },
): Promise<{ share: FoundShare; isLocked: boolean }> {
  await requireWithin(ctx, "look at a share");
  const share = await findByToken(ctx, token);
  if (!share) {
    await limit(ctx, "look at a share");
    throw new DomainError("NOT_FOUND", "This link leads nowhere. Ask whoever sent it for a new one.");
  }
  return { share, isLocked: share.passwordHash !== null && !isProof(ctx.services, share, proof) };
}

async function findByToken({ db, services }: Context, token: string) {
  const tokenHash = shareHashOf(token);
  const share = await db.share.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: services.clock() } }],
      library: { allowsSharing: true },
      moment: { removedAt: null, file: { trashedAt: null, purgedAt: null } },
    },
    include: {
      moment: { include: { file: { select: { kind: true, widthPx: true, heightPx: true } } } },
    },
  });
  return share && timingSafeEqual(share.tokenHash, tokenHash) ? share : null;
}
