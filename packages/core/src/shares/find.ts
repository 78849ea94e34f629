import { timingSafeEqual } from "node:crypto";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit, requireWithin } from "../limits/index.ts";
import { type ItemRow, itemColumns } from "./items.ts";
import { isProof } from "./proof.ts";
import type { Exposed } from "./schema.ts";
import { shareHashOf } from "./token.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** A share that stands, whatever it is of. */
interface Standing
  extends Pick<Row, "id" | "libraryId" | "tokenHash" | "passwordHash" | "expiresAt" | "createdAt"> {
  exposes: Exposed;
}

/** A share of a moment that stands. */
export type MomentShare = Standing & { kind: "moment"; moment: NonNullable<Row["moment"]> };
/** A share of a file that stands. */
export type FileShare = Standing & { kind: "file"; file: ItemRow };
/** A share of an album that stands. */
export type AlbumShare = Standing & { kind: "album"; album: NonNullable<Row["album"]> };
/** A share that stands, with what it is of. */
export type FoundShare = MomentShare | FileShare | AlbumShare;

/**
 * The one place that decides whether a link opens: every route comes through here. One that was never made is told as one that is
 * revoked or expired, whose library allows no sharing any more, or whose moment, file or album is gone.
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

/** The same, for those who come for what is behind it. @throws as `findShare`, and UNAUTHENTICATED while the password is wanted */
export async function findUnlocked(
  ctx: Context,
  shown: { token: string; proof: string | null },
): Promise<FoundShare> {
  const { share, isLocked } = await findShare(ctx, shown);
  if (isLocked) throw new DomainError("UNAUTHENTICATED", "Enter the password of this link first.");
  return share;
}

async function findByToken(ctx: Context, token: string): Promise<FoundShare | null> {
  const tokenHash = shareHashOf(token);
  const row = await findRow(ctx, tokenHash);
  return row && timingSafeEqual(row.tokenHash, tokenHash) ? withSubject(row) : null;
}

const live = { trashedAt: null, purgedAt: null };

function findRow({ db, services }: Context, tokenHash: Uint8Array<ArrayBuffer>) {
  return db.share.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      library: { allowsSharing: true },
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: services.clock() } }] },
        { OR: [{ moment: { removedAt: null, file: live } }, { file: live }, { albumId: { not: null } }] },
      ],
    },
    include: {
      moment: { include: { file: { select: { kind: true, widthPx: true, heightPx: true } } } },
      file: { select: itemColumns },
      album: { select: { id: true, name: true, coverFileId: true } },
    },
  });
}

function withSubject({ moment, file, album, ...row }: Row): FoundShare | null {
  const { exposesOriginals: originals, exposesMetadata: metadata, exposesLocation: location } = row;
  const share = { ...row, exposes: { originals, metadata, location } };
  if (moment) return { ...share, kind: "moment", moment };
  if (file) return { ...share, kind: "file", file };
  return album && { ...share, kind: "album", album };
}
