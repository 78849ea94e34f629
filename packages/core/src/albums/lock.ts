import { isAllowed } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

/** What a locked album is at this moment. */
export interface LockedAlbum {
  readonly name: string;
  readonly parentId: string | null;
  readonly createdById: string | null;
}

/** Makes those who change which albums there are, and where, go one at a time: names stay unique, and no album gets into itself. */
export async function lockTree(ctx: Transaction<LibraryContext>): Promise<void> {
  const key = `albums/${ctx.access.libraryId}`;
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** Makes those who change an album go one at a time, until the running transaction ends. @throws NOT_FOUND for an album of another library */
export async function lockAlbum(ctx: Transaction<LibraryContext>, albumId: string): Promise<LockedAlbum> {
  const [album] = await ctx.db.$queryRaw<LockedAlbum[]>`
    SELECT name, parent_id AS "parentId", created_by_id AS "createdById" FROM albums
    WHERE library_id = ${ctx.access.libraryId}::uuid AND id = ${albumId}::uuid FOR NO KEY UPDATE`;
  if (!album) throw notFound("album");
  return album;
}

/** As `lockAlbum`, for what only its maker and admins may. @throws FORBIDDEN for somebody else's album */
export async function lockOwnAlbum(ctx: Transaction<LibraryContext>, albumId: string): Promise<LockedAlbum> {
  const album = await lockAlbum(ctx, albumId);
  if (!mayChangeAlbum(ctx, album)) throw notYours();
  return album;
}

/** @returns whether the principal may change an album as a whole: contributors what they made, admins every one */
export function mayChangeAlbum(ctx: LibraryContext, album: { createdById: string | null }): boolean {
  if (isAllowed(ctx.access, "change albums of others")) return true;
  const { principal } = ctx;
  const isOwn = "userId" in principal && principal.userId === album.createdById;
  return isOwn && isAllowed(ctx.access, "change albums");
}

/** What somebody is told who may not change an album. */
export function notYours(): DomainError {
  return new DomainError(
    "FORBIDDEN",
    "You may change only albums that you made. Ask an admin of the library.",
  );
}

/** @throws CONFLICT when another album stands there under the name, letter case aside */
export async function requireFreeName(
  ctx: Transaction<LibraryContext>,
  { name, parentId, albumId = null }: { name: string; parentId: string | null; albumId?: string | null },
): Promise<void> {
  const others = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM albums
    WHERE library_id = ${ctx.access.libraryId}::uuid AND parent_id IS NOT DISTINCT FROM ${parentId}::uuid
      AND lower(name) = lower(${name})`;
  if (others.every(({ id }) => id === albumId)) return;
  throw new DomainError("CONFLICT", `There is an album named "${name}" here. Choose another name.`);
}
