import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Transaction, transaction } from "../transaction.ts";
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
    await holdFiles(ctx, wanted);
    const addedById = "userId" in ctx.principal ? ctx.principal.userId : null;
    const added = await ctx.db.$queryRaw<{ fileId: string }[]>`
      INSERT INTO album_files (album_id, file_id, position, added_by_id)
      SELECT ${albumId}::uuid, file_id, 0, ${addedById}::uuid FROM unnest(${wanted}::uuid[]) AS file_id
      ON CONFLICT DO NOTHING RETURNING file_id AS "fileId"`;
    const isAdded = new Set(added.map(({ fileId }) => fileId));
    const addedFileIds = wanted.filter((fileId) => isAdded.has(fileId));
    // The one they go before may be new itself, when all are added again.
    const place = before !== null && isAdded.has(before) ? null : before;
    await placeFiles(ctx, { albumId, fileIds: addedFileIds, before: place });
    if (addedFileIds.length > 0)
      await recordActivity(ctx, "album.files_added", { albumId, name, count: addedFileIds.length });
    return { addedFileIds };
  });
}

async function holdFiles(
  { db, access }: Transaction<LibraryContext>,
  fileIds: readonly string[],
): Promise<void> {
  const held = await db.$queryRaw<object[]>`
    SELECT id FROM files
    WHERE library_id = ${access.libraryId}::uuid AND id = ANY(${fileIds}::uuid[])
      AND trashed_at IS NULL AND companion_of_id IS NULL
    ORDER BY id FOR KEY SHARE`;
  if (held.length < fileIds.length) throw notFound("file");
}
