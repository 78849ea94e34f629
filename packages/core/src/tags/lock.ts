import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { mayChange } from "../files/index.ts";
import type { Transaction } from "../transaction.ts";
import type { Tag } from "./schema.ts";

/** Makes those who name tags of a library go one at a time: names stay unique, and each finds the colour that is used least. */
export async function lockNames(ctx: Transaction<LibraryContext>): Promise<void> {
  const key = `tags/${ctx.access.libraryId}`;
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/**
 * Makes those who put tags on, take them off, merge or delete them go one at a time. Locked in the order of their ids.
 * @throws NOT_FOUND for one that is missing or of another library
 */
export async function lockTags(ctx: Transaction<LibraryContext>, tagIds: readonly string[]): Promise<Tag[]> {
  const wanted = [...new Set(tagIds)];
  const tags = await ctx.db.$queryRaw<Tag[]>`
    SELECT id AS "tagId", name, color FROM tags
    WHERE library_id = ${ctx.access.libraryId}::uuid AND id = ANY(${wanted}::uuid[])
    ORDER BY id FOR UPDATE`;
  if (tags.length < wanted.length) throw notFound("tag");
  return tags;
}

/**
 * Keeps tags from being deleted until the running transaction ends, for those who put them on something.
 * @throws NOT_FOUND for one that is missing or of another library
 */
export async function requireTags(
  ctx: Transaction<LibraryContext>,
  tagIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(tagIds)];
  if (wanted.length === 0) return;
  const tags = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM tags WHERE library_id = ${ctx.access.libraryId}::uuid AND id = ANY(${wanted}::uuid[])
    ORDER BY id FOR KEY SHARE`;
  if (tags.length < wanted.length) throw notFound("tag");
}

/** A file or folder with whoever brought it. */
interface HeldItem {
  name: string;
  uploadedById: string | null;
}

/**
 * Keeps files and folders from being deleted until the running transaction ends, and refuses the whole act for one that is none of the
 * principal's to change.
 * @returns how many they are, and the name of one
 * @throws NOT_FOUND for one that is missing, trashed or of another library; FORBIDDEN for somebody else's
 */
export async function holdItems(
  ctx: Transaction<LibraryContext>,
  { fileIds, folderIds }: { fileIds: readonly string[]; folderIds: readonly string[] },
): Promise<{ count: number; name: string }> {
  const { libraryId } = ctx.access;
  const [wantedFiles, wantedFolders] = [[...new Set(fileIds)], [...new Set(folderIds)]];
  const files = await ctx.db.$queryRaw<HeldItem[]>`
    SELECT name, uploaded_by_id AS "uploadedById" FROM files
    WHERE library_id = ${libraryId}::uuid AND id = ANY(${wantedFiles}::uuid[])
      AND trashed_at IS NULL AND companion_of_id IS NULL
    ORDER BY id FOR KEY SHARE`;
  if (files.length < wantedFiles.length) throw notFound("file");
  const folders = await ctx.db.$queryRaw<HeldItem[]>`
    SELECT name, created_by_id AS "uploadedById" FROM folders
    WHERE library_id = ${libraryId}::uuid AND id = ANY(${wantedFolders}::uuid[]) AND trashed_at IS NULL
    ORDER BY id FOR KEY SHARE`;
  if (folders.length < wantedFolders.length) throw notFound("folder");
  const items = [...files, ...folders];
  if (!items.every((item) => mayChange(ctx, item))) {
    throw new DomainError("FORBIDDEN", "You may tag only what you uploaded. Ask an admin of the library.");
  }
  return { count: items.length, name: items[0]?.name ?? "" };
}
