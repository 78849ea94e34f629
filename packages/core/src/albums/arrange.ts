import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockOwnAlbum } from "./lock.ts";
import { placeFiles } from "./place.ts";
import { ArrangeAlbum } from "./schema.ts";

/**
 * Moves files of an album, in the order they are given, before another file of it, or to its end.
 * @throws NOT_FOUND for a file that is not in the album, INVALID for a place among those that move, FORBIDDEN for somebody else's album
 */
export async function arrangeAlbum(ctx: LibraryContext, input: ArrangeAlbum): Promise<void> {
  const { albumId, fileIds, before } = ArrangeAlbum.parse(input);
  const moved = [...new Set(fileIds)];
  if (before && moved.includes(before))
    throw new DomainError("INVALID", "Files cannot go before one of themselves. Choose another place.");
  await transaction(ctx, async (ctx) => {
    await lockOwnAlbum(ctx, albumId);
    const there = await ctx.db.albumFile.count({ where: { albumId, fileId: { in: moved } } });
    if (there < moved.length) throw notFound("file");
    await placeFiles(ctx, { albumId, fileIds: moved, before });
  });
}
