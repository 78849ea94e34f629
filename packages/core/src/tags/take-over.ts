import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { takeOff } from "./pairs.ts";

/** Puts on a file the tags that others have. Whoever calls holds the files. @returns those that it did not have */
export async function takeOverTags(
  { db, access: { libraryId } }: Transaction<LibraryContext>,
  { fileId, fromIds }: { fileId: string; fromIds: readonly string[] },
): Promise<string[]> {
  // One that is being deleted is waited for, and then on nothing any more.
  await db.$queryRaw<object[]>`
    SELECT id FROM tags
    WHERE library_id = ${libraryId}::uuid
      AND id IN (SELECT tag_id FROM file_tags WHERE file_id = ANY(${fromIds}::uuid[]))
    ORDER BY id FOR KEY SHARE`;
  const added = await db.$queryRaw<{ tagId: string }[]>`
    INSERT INTO file_tags (file_id, tag_id)
    SELECT DISTINCT ${fileId}::uuid, tag_id FROM file_tags WHERE file_id = ANY(${fromIds}::uuid[])
    ON CONFLICT DO NOTHING RETURNING tag_id AS "tagId"`;
  return added.map(({ tagId }) => tagId);
}

/** Takes off a file what `takeOverTags` put on it; tags that are gone meanwhile are passed over. */
export async function giveBackTags(
  ctx: Transaction<LibraryContext>,
  { fileId, tagIds }: { fileId: string; tagIds: readonly string[] },
): Promise<void> {
  await takeOff(
    ctx,
    tagIds.map((tagId) => ({ tagId, fileIds: [fileId], folderIds: [] })),
  );
}
