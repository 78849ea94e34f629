import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockOwnAlbum } from "./lock.ts";
import { placeFiles } from "./place.ts";
import { orderOf, runsOf } from "./runs-of.ts";
import { type AlbumRun, ArrangeAlbum } from "./schema.ts";

/**
 * Moves files of an album, in the order they are given, before another file of it, or to its end.
 * @returns where they stood: putting them back there is the way back
 * @throws NOT_FOUND for a file that is not in the album, INVALID for a place among those that move, FORBIDDEN for somebody else's album
 */
export async function arrangeAlbum(ctx: LibraryContext, input: ArrangeAlbum): Promise<AlbumRun[]> {
  const { albumId, fileIds, before } = ArrangeAlbum.parse(input);
  const moved = [...new Set(fileIds)];
  if (before && moved.includes(before))
    throw new DomainError("INVALID", "Files cannot go before one of themselves. Choose another place.");
  return transaction(ctx, async (ctx) => {
    await lockOwnAlbum(ctx, albumId);
    const order = await orderOf(ctx, albumId);
    const chosen = new Set(moved);
    if (order.filter((fileId) => chosen.has(fileId)).length < moved.length) throw notFound("file");
    await placeFiles(ctx, { albumId, fileIds: moved, before });
    return runsOf(order, chosen);
  });
}
