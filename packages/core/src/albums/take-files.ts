import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockAlbum, mayChangeAlbum, notYours } from "./lock.ts";
import { runsOf } from "./runs-of.ts";
import { type AlbumRun, TakeFromAlbum } from "./schema.ts";

/**
 * Takes files out of an album, all or none; the library keeps them. Whoever put a file in may take it out, besides those who may change the album.
 * @returns where they stood: putting them back there is the way back
 * @throws NOT_FOUND for a file that is not in the album, FORBIDDEN for what somebody else put into somebody else's album
 */
export async function takeFromAlbum(ctx: LibraryContext, input: TakeFromAlbum): Promise<AlbumRun[]> {
  const { albumId, fileIds } = TakeFromAlbum.parse(input);
  return transaction(ctx, async (ctx) => {
    const album = await lockAlbum(ctx, albumId);
    const taken = new Set(fileIds);
    const rows = await ctx.db.albumFile.findMany({
      where: { albumId },
      orderBy: [{ position: "asc" }, { fileId: "asc" }],
      select: { fileId: true, addedById: true },
    });
    const going = rows.filter(({ fileId }) => taken.has(fileId));
    if (going.length < taken.size) throw notFound("file");
    const { principal } = ctx;
    const isOwn = (row: { addedById: string | null }) =>
      "userId" in principal && row.addedById === principal.userId;
    if (!mayChangeAlbum(ctx, album) && !going.every(isOwn)) throw notYours();
    await ctx.db.albumFile.deleteMany({ where: { albumId, fileId: { in: [...taken] } } });
    await ctx.db.album.updateMany({
      where: { id: albumId, coverFileId: { in: [...taken] } },
      data: { coverFileId: null },
    });
    await recordActivity(ctx, "album.files_removed", { albumId, name: album.name, count: going.length });
    return runsOf(
      rows.map(({ fileId }) => fileId),
      taken,
    );
  });
}
