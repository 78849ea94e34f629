import { requireAccount } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { exportMoments } from "../moments/index.ts";
import { hashPassword } from "../passwords/index.ts";
import { transaction } from "../transaction.ts";
import { CreateShare } from "./schema.ts";
import { makeToken } from "./token.ts";

const dayMs = 86_400_000;

/**
 * Makes a link by which anyone plays a moment's clip, and asks for the clip when there is none. A moment has as many links as
 * people like.
 * @throws CONFLICT when the library does not allow sharing, NOT_FOUND for a moment that is deleted, of another library or of a
 * file in the trash
 */
export async function createShare(
  ctx: LibraryContext,
  input: CreateShare,
): Promise<{ shareId: string; token: string }> {
  const { userId } = requireAccount(ctx);
  const { momentId, expiresInDays, password } = CreateShare.parse(input);
  const { services, access } = ctx;
  const { libraryId } = access;
  const passwordHash = password === null ? null : await hashPassword(password);
  const { token, ...kept } = makeToken(services);
  const createdAt = services.clock();
  const expiresAt = expiresInDays ? new Date(createdAt.getTime() + expiresInDays * dayMs) : null;
  return transaction(ctx, async (ctx) => {
    await requireSharing(ctx);
    const [moment] = await exportMoments(ctx, { libraryId, momentIds: [momentId] });
    if (!moment) throw notFound("moment");
    const { fileId, name } = moment;
    const { id: shareId } = await ctx.db.share.create({
      data: { libraryId, momentId, createdById: userId, ...kept, passwordHash, expiresAt, createdAt },
    });
    await recordActivity(ctx, "moment.shared", { momentId, fileId, name });
    const until = expiresAt?.toISOString() ?? null;
    const hasPassword = passwordHash !== null;
    await recordAudit(ctx, "share.created", {
      libraryId,
      shareId,
      moment: name,
      hasPassword,
      expiresAt: until,
    });
    return { shareId, token };
  });
}

async function requireSharing({ db, access }: LibraryContext): Promise<void> {
  const { allowsSharing } = await db.library.findUniqueOrThrow({ where: { id: access.libraryId } });
  if (!allowsSharing)
    throw new DomainError(
      "CONFLICT",
      "This library does not allow sharing by link. Ask one of its admins to switch it on.",
    );
}
