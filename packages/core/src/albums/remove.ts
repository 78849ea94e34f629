import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockOwnAlbum, lockTree } from "./lock.ts";
import { OneAlbum } from "./schema.ts";

/**
 * Deletes an album; the library keeps its files. Albums in it are not taken along unseen, nor moved up to where their names may be
 * taken: they go first.
 * @throws CONFLICT while there are albums in it, NOT_FOUND for an album of another library, FORBIDDEN for somebody else's
 */
export async function removeAlbum(ctx: LibraryContext, input: OneAlbum): Promise<void> {
  const { albumId } = OneAlbum.parse(input);
  await transaction(ctx, async (ctx) => {
    await lockTree(ctx);
    const { name } = await lockOwnAlbum(ctx, albumId);
    if ((await ctx.db.album.count({ where: { parentId: albumId } })) > 0) {
      throw new DomainError("CONFLICT", "There are albums in this one. Move or delete them first.");
    }
    await ctx.db.album.delete({ where: { id: albumId } });
    await recordActivity(ctx, "album.removed", { name });
  });
}
