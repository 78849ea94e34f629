import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { Mark, TakenMark } from "./schema.ts";

/**
 * Marks a file with what each person marked others with: a favourite when one of them is, and rated as the best of them unless it is
 * rated itself. Whoever calls holds the files.
 */
export async function takeOverMarks(
  { db }: Transaction<LibraryContext>,
  { fileId, fromIds }: { fileId: string; fromIds: readonly string[] },
): Promise<TakenMark[]> {
  const rows = await db.$queryRaw<(Mark & { userId: string; was: Mark | null })[]>`
    SELECT o.user_id AS "userId", coalesce(m.is_favourite, false) OR o.is_favourite AS "isFavourite",
           coalesce(m.rating, o.rating) AS rating,
           CASE WHEN m.user_id IS NOT NULL
             THEN jsonb_build_object('isFavourite', m.is_favourite, 'rating', m.rating) END AS was
    FROM (
      SELECT user_id, bool_or(is_favourite) AS is_favourite, max(rating) AS rating
      FROM file_marks WHERE file_id = ANY(${fromIds}::uuid[]) GROUP BY user_id
    ) o
    LEFT JOIN file_marks m ON m.user_id = o.user_id AND m.file_id = ${fileId}::uuid`;
  const taken = rows
    .map(({ userId, was, isFavourite, rating }) => ({ userId, before: was, after: { isFavourite, rating } }))
    .filter(({ before, after }) => before === null || !isSame(before, after));
  await write(
    db,
    fileId,
    taken.map(({ userId, after }) => ({ userId, ...after })),
  );
  return taken;
}

/** Takes back what `takeOverMarks` did; what a person marked otherwise meanwhile stays. */
export async function giveBackMarks(
  { db }: Transaction<LibraryContext>,
  fileId: string,
  taken: readonly TakenMark[],
): Promise<void> {
  const now = await db.fileMark.findMany({ where: { fileId } });
  const asLeft = taken.filter(({ userId, after }) =>
    now.some((mark) => mark.userId === userId && isSame(mark, after)),
  );
  const gone = asLeft.filter(({ before }) => before === null).map(({ userId }) => userId);
  await db.fileMark.deleteMany({ where: { fileId, userId: { in: gone } } });
  await write(
    db,
    fileId,
    asLeft.flatMap(({ userId, before }) => (before ? { userId, ...before } : [])),
  );
}

const isSame = (one: Mark, other: Mark) =>
  one.isFavourite === other.isFavourite && one.rating === other.rating;

async function write(
  db: Transaction<LibraryContext>["db"],
  fileId: string,
  marks: readonly (Mark & { userId: string })[],
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO file_marks (user_id, file_id, is_favourite, rating)
    SELECT user_id, ${fileId}::uuid, is_favourite, rating FROM unnest(
      ${marks.map(({ userId }) => userId)}::uuid[],
      ${marks.map(({ isFavourite }) => isFavourite)}::boolean[],
      ${marks.map(({ rating }) => rating)}::smallint[]) AS mark(user_id, is_favourite, rating)
    ON CONFLICT (user_id, file_id) DO UPDATE SET is_favourite = excluded.is_favourite, rating = excluded.rating`;
}
