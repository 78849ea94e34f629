import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { lockOwnAlbum, lockTree, requireFreeName } from "./lock.ts";
import { UpdateAlbum } from "./schema.ts";

/**
 * Gives an album another name, another description, or both.
 * @throws NOT_FOUND for an album of another library, FORBIDDEN for somebody else's, CONFLICT when another stands there under the name
 */
export async function updateAlbum(ctx: LibraryContext, input: UpdateAlbum): Promise<void> {
  const { albumId, name, description } = UpdateAlbum.parse(input);
  await transaction(ctx, async (ctx) => {
    await lockTree(ctx);
    const before = await lockOwnAlbum(ctx, albumId);
    if (name !== undefined) await requireFreeName(ctx, { name, parentId: before.parentId, albumId });
    await ctx.db.album.update({
      where: { id: albumId },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description: description || null }),
      },
    });
    if (name !== undefined && name !== before.name)
      await recordActivity(ctx, "album.renamed", { albumId, from: before.name, name });
  });
}
