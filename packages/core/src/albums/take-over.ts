import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { TakenPlaces } from "./schema.ts";

/**
 * Makes those who change the albums that files are in wait. Albums are locked before files, so this comes before whoever calls holds
 * the files.
 */
export async function lockAlbumsOf(
  { db, access: { libraryId } }: Transaction<LibraryContext>,
  fileIds: readonly string[],
): Promise<void> {
  await db.$queryRaw<object[]>`
    SELECT id FROM albums
    WHERE library_id = ${libraryId}::uuid
      AND id IN (SELECT album_id FROM album_files WHERE file_id = ANY(${fileIds}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Puts a file into the albums of others, each at the place of the first of them; what is their cover, it becomes. */
export async function takeOverPlaces(
  { db }: Transaction<LibraryContext>,
  { fileId, fromIds }: { fileId: string; fromIds: readonly string[] },
): Promise<TakenPlaces> {
  const added = await db.$queryRaw<{ albumId: string }[]>`
    INSERT INTO album_files (album_id, file_id, position, added_by_id)
    SELECT DISTINCT ON (album_id) album_id, ${fileId}::uuid, position, added_by_id
    FROM album_files WHERE file_id = ANY(${fromIds}::uuid[])
    ORDER BY album_id, position, file_id
    ON CONFLICT DO NOTHING RETURNING album_id AS "albumId"`;
  const covers = await db.$queryRaw<{ albumId: string; fileId: string }[]>`
    UPDATE albums a SET cover_file_id = ${fileId}::uuid FROM albums before
    WHERE before.id = a.id AND a.cover_file_id = ANY(${fromIds}::uuid[])
    RETURNING a.id AS "albumId", before.cover_file_id AS "fileId"`;
  return { albumIds: added.map(({ albumId }) => albumId), covers };
}

/** Takes back what `takeOverPlaces` did; of an album that has another cover meanwhile that stays. */
export async function giveBackPlaces(
  { db }: Transaction<LibraryContext>,
  fileId: string,
  { albumIds, covers }: TakenPlaces,
): Promise<void> {
  await db.$executeRaw`
    UPDATE albums a SET cover_file_id = before.file_id
    FROM unnest(${covers.map(({ albumId }) => albumId)}::uuid[], ${covers.map((cover) => cover.fileId)}::uuid[])
      AS before(album_id, file_id)
    WHERE a.id = before.album_id AND a.cover_file_id = ${fileId}::uuid`;
  await db.albumFile.deleteMany({ where: { fileId, albumId: { in: [...albumIds] } } });
}
