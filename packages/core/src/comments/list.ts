import type { LibraryContext } from "../context.ts";
import { OneFile } from "../files/schema.ts";
import { findCommentedFile } from "./commented-file.ts";
import { findCommentRows, toComment } from "./rows.ts";
import type { CommentThread } from "./schema.ts";
import { buildThreads } from "./threads.ts";

/** The comments of a file in the order of their times. @throws NOT_FOUND for a file of another library or in the trash */
export async function listComments(ctx: LibraryContext, input: OneFile): Promise<CommentThread[]> {
  const { fileId } = OneFile.parse(input);
  await findCommentedFile(ctx, fileId);
  const rows = await findCommentRows(ctx, { fileId });
  return buildThreads(rows.map((row) => toComment(ctx, row)));
}
