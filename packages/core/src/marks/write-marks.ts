import { requireAccount, requireWriter } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Transaction, transaction } from "../transaction.ts";
import type { FormerMarks } from "./schema.ts";

/** A file with what one person marked it with. */
export interface Marked {
  fileId: string;
  isFavourite: boolean;
  rating: number | null;
}

/**
 * Marks files for whoever asks, all or none. Nobody else sees it, so every member may.
 * @param next what a file's marks become, given what they are
 * @returns what they were before, files of equal marks together
 * @throws NOT_FOUND for a file that is missing, trashed or of another library; FORBIDDEN for a token that may only read
 */
export async function writeMarks(
  ctx: LibraryContext,
  fileIds: readonly string[],
  next: (before: Marked) => Marked,
): Promise<FormerMarks[]> {
  const { userId } = requireAccount(ctx);
  requireWriter(ctx);
  return transaction(ctx, async (ctx) => {
    await lockMarks(ctx, userId);
    const before = await holdFiles(ctx, { fileIds, userId });
    await write(ctx, userId, before.map(next));
    return gather(before);
  });
}

/** Makes acts of one person go one at a time: each writes a mark whole, which must be as the one before left it. */
async function lockMarks({ db }: Transaction<LibraryContext>, userId: string): Promise<void> {
  const key = `marks/${userId}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** The files with what the person marked them with, kept from being deleted meanwhile. */
async function holdFiles(
  { db, access: { libraryId } }: Transaction<LibraryContext>,
  { fileIds, userId }: { fileIds: readonly string[]; userId: string },
): Promise<Marked[]> {
  const wanted = [...new Set(fileIds)];
  const rows = await db.$queryRaw<Marked[]>`
    SELECT f.id AS "fileId", coalesce(m.is_favourite, false) AS "isFavourite", m.rating
    FROM files f LEFT JOIN file_marks m ON m.file_id = f.id AND m.user_id = ${userId}::uuid
    WHERE f.library_id = ${libraryId}::uuid AND f.id = ANY(${wanted}::uuid[])
      AND f.trashed_at IS NULL AND f.companion_of_id IS NULL
    ORDER BY f.id FOR KEY SHARE OF f`;
  if (rows.length < wanted.length) throw notFound("file");
  return rows;
}

/** A row that says nothing is none. */
async function write(
  { db }: Transaction<LibraryContext>,
  userId: string,
  marks: readonly Marked[],
): Promise<void> {
  const isSaying = (mark: Marked) => mark.isFavourite || mark.rating !== null;
  const saying = marks.filter(isSaying);
  await db.$executeRaw`
    INSERT INTO file_marks (user_id, file_id, is_favourite, rating)
    SELECT ${userId}::uuid, * FROM unnest(
      ${saying.map(({ fileId }) => fileId)}::uuid[],
      ${saying.map((mark) => mark.isFavourite)}::boolean[],
      ${saying.map(({ rating }) => rating)}::smallint[])
    ON CONFLICT (user_id, file_id) DO UPDATE SET is_favourite = excluded.is_favourite, rating = excluded.rating`;
  const silent = marks.filter((mark) => !isSaying(mark)).map(({ fileId }) => fileId);
  await db.$executeRaw`
    DELETE FROM file_marks WHERE user_id = ${userId}::uuid AND file_id = ANY(${silent}::uuid[])`;
}

function gather(marks: readonly Marked[]): FormerMarks[] {
  const groups = new Map<string, FormerMarks>();
  for (const { fileId, isFavourite, rating } of marks) {
    const key = `${isFavourite} ${rating}`;
    const group = groups.get(key) ?? { fileIds: [], isFavourite, rating };
    group.fileIds.push(fileId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
