import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { insertFiles } from "./insert-files.ts";
import { lockAlbum } from "./lock.ts";
import { placeFiles } from "./place.ts";
import { AddToAlbum } from "./schema.ts";

/**
 * Puts files of the library into an album, in the order they are given, before a file of it or at its end, all or none. Those that are
 * in it already stay where they are.
 * @returns those that were not: taking them out is the way back
 * @throws NOT_FOUND for an album or a file that is missing, trashed or of another library
 */
export async function addToAlbum(
  ctx: LibraryContext,
  input: AddToAlbum,
): Promise<{ addedFileIds: string[] }> {
  const { albumId, fileIds, before } = AddToAlbum.parse(input);
  return transaction(ctx, async (ctx) => {
    const { name } = await lockAlbum(ctx, albumId);
    const wanted = [...new Set(fileIds)];
    const isAdded = await insertFiles(ctx, albumId, wanted);
    const addedFileIds = wanted.filter((fileId) => isAdded.has(fileId));
    // The one they go before may be new itself, when all are added again.
    const place = before !== null && isAdded.has(before) ? null : before;
    await placeFiles(ctx, { albumId, fileIds: addedFileIds, before: place });
    if (addedFileIds.length > 0)
      await recordActivity(ctx, "album.files_added", { albumId, name, count: addedFileIds.length });
    return { addedFileIds };
  });
}
