import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockOwnAlbum } from "./lock.ts";
import { SetAlbumCover } from "./schema.ts";

/** Makes a file of an album its cover, or its first file again. @throws NOT_FOUND for a file that is not in the album, FORBIDDEN for somebody else's */
export async function setAlbumCover(ctx: LibraryContext, input: SetAlbumCover): Promise<void> {
  const { albumId, fileId } = SetAlbumCover.parse(input);
  await transaction(ctx, async (ctx) => {
    await lockOwnAlbum(ctx, albumId);
    const isThere = { albumId, fileId: fileId ?? "", file: { trashedAt: null } };
    if (fileId && !(await ctx.db.albumFile.findFirst({ where: isThere }))) throw notFound("file");
    await ctx.db.album.update({ where: { id: albumId }, data: { coverFileId: fileId } });
  });
}
