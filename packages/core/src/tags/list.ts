import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type ChosenFiles, listChosenFiles } from "../files/index.ts";
import type { FilePage } from "../files/schema.ts";
import { ListTagFiles, OneTag, type TaggedFolder, type TagSummary, TagsOf, type TagUse } from "./schema.ts";

const listStatement = {
  name: "tags-list",
  text: `
    SELECT t.id AS "tagId", t.name, t.color,
           (SELECT count(*)::int FROM file_tags p JOIN files f ON f.id = p.file_id
            WHERE p.tag_id = t.id AND f.trashed_at IS NULL AND f.companion_of_id IS NULL) AS "fileCount",
           (SELECT count(*)::int FROM folder_tags p JOIN folders d ON d.id = p.folder_id
            WHERE p.tag_id = t.id AND d.trashed_at IS NULL) AS "folderCount",
           (SELECT count(*)::int FROM moment_tags p JOIN moments m ON m.id = p.moment_id JOIN files f ON f.id = m.file_id
            WHERE p.tag_id = t.id AND m.removed_at IS NULL AND f.trashed_at IS NULL) AS "momentCount"
    FROM tags t WHERE t.library_id = $1
    ORDER BY t.name COLLATE natural_order, t.id`,
};
const useStatement = {
  name: "tags-of",
  text: `
    SELECT "tagId", count(*)::int AS count FROM (
      SELECT p.tag_id AS "tagId" FROM file_tags p JOIN files f ON f.id = p.file_id
      WHERE p.file_id = ANY($2::uuid[]) AND f.library_id = $1 AND f.trashed_at IS NULL
      UNION ALL
      SELECT p.tag_id FROM folder_tags p JOIN folders d ON d.id = p.folder_id
      WHERE p.folder_id = ANY($3::uuid[]) AND d.library_id = $1 AND d.trashed_at IS NULL
    ) used GROUP BY "tagId" ORDER BY "tagId"`,
};
const foldersStatement = {
  name: "tags-folders",
  text: `
    SELECT d.id AS "folderId", d.name FROM folder_tags p JOIN folders d ON d.id = p.folder_id
    WHERE p.tag_id = $2 AND d.library_id = $1 AND d.trashed_at IS NULL
    ORDER BY d.name COLLATE natural_order, d.id`,
};
const ofTag: ChosenFiles = {
  name: "tag",
  join: "JOIN file_tags chosen ON chosen.file_id = f.id AND chosen.tag_id = $4",
  key: { sql: "f.filed_at", type: "timestamp" },
  direction: "DESC",
};

/** The library's tags by name, with how many files, folders and moments have each. */
export async function listTags(ctx: LibraryContext): Promise<TagSummary[]> {
  return ctx.sql.read<TagSummary & Record<string, unknown>>(listStatement, [ctx.access.libraryId]);
}

/** Which tags some files and folders have; those that are gone, trashed or of another library count for nothing. */
export async function tagsOf(ctx: LibraryContext, input: TagsOf): Promise<TagUse[]> {
  const { fileIds, folderIds } = TagsOf.parse(input);
  return ctx.sql.read<TagUse & Record<string, unknown>>(useStatement, [
    ctx.access.libraryId,
    fileIds,
    folderIds,
  ]);
}

/** One page of the files that have a tag. @throws NOT_FOUND for a tag of another library, INVALID for a made-up cursor */
export async function listTagFiles(ctx: LibraryContext, input: ListTagFiles): Promise<FilePage> {
  const { tagId, cursor, limit } = ListTagFiles.parse(input);
  await requireTag(ctx, tagId);
  return listChosenFiles(ctx, ofTag, { chooserId: tagId, cursor, limit });
}

/** The folders that have a tag, by name. @throws NOT_FOUND for a tag of another library */
export async function listTagFolders(ctx: LibraryContext, input: OneTag): Promise<TaggedFolder[]> {
  const { tagId } = OneTag.parse(input);
  await requireTag(ctx, tagId);
  return ctx.sql.read<TaggedFolder & Record<string, unknown>>(foldersStatement, [
    ctx.access.libraryId,
    tagId,
  ]);
}

async function requireTag({ db, access: { libraryId } }: LibraryContext, tagId: string): Promise<void> {
  const tag = await db.tag.findFirst({ where: { id: tagId, libraryId }, select: { id: true } });
  if (!tag) throw notFound("tag");
}
