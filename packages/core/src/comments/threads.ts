import type { Comment, CommentThread } from "./schema.ts";

/**
 * Gathers the comments of a file into threads: those of the whole file first, then by time, and oldest first within one time.
 * @param comments oldest first, threads and answers mixed
 */
export function buildThreads(comments: readonly Comment[]): CommentThread[] {
  const threads = new Map<string, CommentThread>();
  for (const comment of comments)
    if (comment.parentId === null) threads.set(comment.commentId, { ...comment, answers: [] });
  for (const comment of comments)
    if (comment.parentId !== null) threads.get(comment.parentId)?.answers.push(comment);
  // The whole file is before its first millisecond. Sorting is stable, so that one time keeps the order of its comments.
  return [...threads.values()].sort((a, b) => (a.atMs ?? -1) - (b.atMs ?? -1));
}
