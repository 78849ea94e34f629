import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Puts files of the library into a locked album, at no place yet; those that are in it stay as they are.
 * @returns those that were not in it
 * @throws NOT_FOUND for a file that is missing, trashed or of another library
 */
export async function insertFiles(
  ctx: Transaction<LibraryContext>,
  albumId: string,
  fileIds: readonly string[],
): Promise<ReadonlySet<string>> {
  await holdFiles(ctx, fileIds);
  const addedById = "userId" in ctx.principal ? ctx.principal.userId : null;
  const added = await ctx.db.$queryRaw<{ fileId: string }[]>`
    INSERT INTO album_files (album_id, file_id, position, added_by_id)
    SELECT ${albumId}::uuid, file_id, 0, ${addedById}::uuid FROM unnest(${fileIds}::uuid[]) AS file_id
    ON CONFLICT DO NOTHING RETURNING file_id AS "fileId"`;
  return new Set(added.map(({ fileId }) => fileId));
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
