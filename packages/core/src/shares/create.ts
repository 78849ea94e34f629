import { requireAccount } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { exportMoments } from "../moments/index.ts";
import { hashPassword } from "../passwords/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { askForCopies } from "./copies.ts";
import { CreateShare, type Exposed, type SharedSubject } from "./schema.ts";
import { requireSubject, subjectColumns, tellSubject } from "./subject.ts";
import { makeToken } from "./token.ts";

const dayMs = 86_400_000;

/**
 * Makes a link by which anyone sees a moment's clip, a file or an album, and asks for what visitors play when there is none. There are as
 * many links to one thing as people like.
 * @throws CONFLICT when the library does not allow sharing, NOT_FOUND for what is deleted, of another library or in the trash
 */
export async function createShare(
  ctx: LibraryContext,
  input: CreateShare,
): Promise<{ shareId: string; token: string }> {
  const { userId } = requireAccount(ctx);
  const { momentId, fileId, albumId, exposes, expiresInDays, password } = CreateShare.parse(input);
  const { services, access } = ctx;
  const { libraryId } = access;
  const subject = { libraryId, momentId, fileId, albumId };
  const { originals: exposesOriginals, metadata: exposesMetadata, location: exposesLocation } = exposes;
  const passwordHash = password === null ? null : await hashPassword(password);
  const { token, ...kept } = makeToken(services);
  const createdAt = services.clock();
  const expiresAt = expiresInDays ? new Date(createdAt.getTime() + expiresInDays * dayMs) : null;
  return transaction(ctx, async (ctx) => {
    await requireSharing(ctx);
    await requireSubject(ctx, subject);
    await prepare(ctx, subject, exposes);
    const { id: shareId, ...share } = await ctx.db.share.create({
      data: {
        ...{ ...subject, ...kept, createdById: userId, passwordHash, expiresAt, createdAt },
        ...{ exposesOriginals, exposesMetadata, exposesLocation },
      },
      include: subjectColumns,
    });
    const { kind, name } = await tell(ctx, tellSubject(share));
    const until = expiresAt?.toISOString() ?? null;
    const hasPassword = passwordHash !== null;
    const facts = { kind, name, hasPassword, expiresAt: until, ...exposes };
    await recordAudit(ctx, "share.created", { libraryId, shareId, ...facts });
    return { shareId, token };
  });
}

/** Asks for what visitors will play. */
async function prepare(
  ctx: Transaction<LibraryContext>,
  { libraryId, momentId, fileId, albumId }: SharedSubject,
  exposes: Exposed,
): Promise<void> {
  if (momentId) {
    await exportMoments(ctx, { libraryId, momentIds: [momentId] });
    return;
  }
  const files = await ctx.db.file.findMany({
    where: {
      libraryId,
      kind: { in: ["video", "audio"] },
      trashedAt: null,
      ...(fileId ? { id: fileId } : { companionOfId: null, albums: { some: { albumId } } }),
    },
    select: { id: true, kind: true, mimeType: true, isWebPlayable: true },
  });
  await askForCopies(ctx, files, exposes);
}

async function tell<Told extends ReturnType<typeof tellSubject>>(
  ctx: Transaction<LibraryContext>,
  subject: Told,
): Promise<Told> {
  const { kind, name, ids } = subject;
  if (kind === "moment") await recordActivity(ctx, "moment.shared", { ...ids, name });
  else if (kind === "file") await recordActivity(ctx, "file.shared", { ...ids, name });
  else await recordActivity(ctx, "album.shared", { ...ids, name });
  return subject;
}

async function requireSharing({ db, access }: LibraryContext): Promise<void> {
  const { allowsSharing } = await db.library.findUniqueOrThrow({ where: { id: access.libraryId } });
  if (!allowsSharing)
    throw new DomainError(
      "CONFLICT",
      "This library does not allow sharing by link. Ask one of its admins to switch it on.",
    );
}
