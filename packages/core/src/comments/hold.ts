import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Transaction } from "../transaction.ts";
import { type CommentRow, findCommentRows } from "./rows.ts";

/**
 * Makes those who change a comment go one at a time, and keeps it from being deleted until the running transaction ends.
 * @throws NOT_FOUND for one that is gone, of another library or of a file in the trash
 */
export async function holdComment(ctx: Transaction<LibraryContext>, commentId: string): Promise<CommentRow> {
  await ctx.db.$queryRaw<object[]>`
    SELECT id FROM comments
    WHERE id = ${commentId}::uuid AND library_id = ${ctx.access.libraryId}::uuid FOR NO KEY UPDATE`;
  const [row] = await findCommentRows(ctx, { id: commentId });
  if (!row) throw notFound("comment");
  return row;
}

/** Makes those who add to a file's comments go one at a time, until the running transaction ends. */
export async function lockComments({ db }: Transaction<LibraryContext>, fileId: string): Promise<void> {
  const key = `comments/${fileId}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
