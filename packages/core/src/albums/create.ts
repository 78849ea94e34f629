import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { lockAlbum, lockTree, requireFreeName } from "./lock.ts";
import { CreateAlbum } from "./schema.ts";

/** Makes an album. @throws CONFLICT when one stands there under that name, NOT_FOUND for a parent of another library */
export async function createAlbum(ctx: LibraryContext, input: CreateAlbum): Promise<{ albumId: string }> {
  const { name, description, parentId } = CreateAlbum.parse(input);
  return transaction(ctx, async (ctx) => {
    const { libraryId } = ctx.access;
    await lockTree(ctx);
    if (parentId !== null) await lockAlbum(ctx, parentId);
    await requireFreeName(ctx, { name, parentId });
    const createdById = "userId" in ctx.principal ? ctx.principal.userId : null;
    const { id } = await ctx.db.album.create({
      data: { libraryId, name, description: description || null, parentId, createdById },
    });
    await recordActivity(ctx, "album.created", { albumId: id, name });
    return { albumId: id };
  });
}
