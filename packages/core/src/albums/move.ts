import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { lockAlbum, lockOwnAlbum, lockTree, requireFreeName } from "./lock.ts";
import { MoveAlbum } from "./schema.ts";

/**
 * Puts an album with all that is in it into another, or beside those that are in none.
 * @throws INVALID for a place in itself, CONFLICT when one stands there under its name; NOT_FOUND and FORBIDDEN as for other changes
 */
export async function moveAlbum(ctx: LibraryContext, input: MoveAlbum): Promise<void> {
  const { albumId, parentId } = MoveAlbum.parse(input);
  await transaction(ctx, async (ctx) => {
    await lockTree(ctx);
    const { name } = await lockOwnAlbum(ctx, albumId);
    if (parentId !== null) {
      await lockAlbum(ctx, parentId);
      await requireOutside(ctx, { albumId, parentId });
    }
    await requireFreeName(ctx, { name, parentId, albumId });
    await ctx.db.album.update({ where: { id: albumId }, data: { parentId } });
  });
}

/** Behind the lock of the tree, so that of two who put albums into each other the second sees what the first did. */
async function requireOutside(
  { db }: Transaction<LibraryContext>,
  { albumId, parentId }: { albumId: string; parentId: string },
): Promise<void> {
  const [inside] = await db.$queryRaw<object[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM albums WHERE id = ${parentId}::uuid
      UNION ALL
      SELECT a.id, a.parent_id FROM albums a JOIN up ON a.id = up.parent_id
    )
    SELECT FROM up WHERE id = ${albumId}::uuid`;
  if (inside) throw new DomainError("INVALID", "An album cannot go into itself. Choose another place.");
}
