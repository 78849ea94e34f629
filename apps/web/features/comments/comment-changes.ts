import type { Comment, CommentThread } from "@alcoves/core/comments/schema";

/** Puts a comment among the threads, or in place of what it was. An answer whose thread is gone goes nowhere. */
export function withComment(threads: readonly CommentThread[], comment: Comment): CommentThread[] {
  if (comment.parentId !== null) {
    return threads.map((thread) =>
      thread.commentId === comment.parentId
        ? { ...thread, answers: byAge([...without(thread.answers, comment.commentId), comment]) }
        : thread,
    );
  }
  const before = threads.find(({ commentId }) => commentId === comment.commentId);
  const next = { ...comment, answers: before?.answers ?? [] };
  return byAge([...without(threads, comment.commentId), next]).sort((a, b) => timeOf(a) - timeOf(b));
}

/** Takes a comment away, one that begins a thread with its answers. */
export function withoutComment(threads: readonly CommentThread[], commentId: string): CommentThread[] {
  return without(threads, commentId).map((thread) => ({
    ...thread,
    answers: without(thread.answers, commentId),
  }));
}

/** @returns the thread that a comment or an answer stands in */
export function threadOf(threads: readonly CommentThread[], commentId: string): CommentThread | undefined {
  return threads.find(
    (thread) =>
      thread.commentId === commentId || thread.answers.some((answer) => answer.commentId === commentId),
  );
}

function without<One extends Comment>(comments: readonly One[], commentId: string): One[] {
  return comments.filter((comment) => comment.commentId !== commentId);
}

function byAge<One extends Comment>(comments: One[]): One[] {
  return comments.sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.commentId < b.commentId ? -1 : 1),
  );
}

/** The whole file before its first millisecond, as core sorts. */
function timeOf({ atMs }: Comment): number {
  return atMs ?? -1;
}
