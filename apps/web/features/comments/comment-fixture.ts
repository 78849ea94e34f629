import type { Comment, CommentThread } from "@alcoves/core/comments/schema";

/** A comment for tests; the older, the smaller `age`. */
export function comment(commentId: string, age: number, over: Partial<Comment> = {}): Comment {
  return {
    ...{ commentId, fileId: "film", parentId: null, atMs: null, text: commentId, revision: 1 },
    ...{ createdBy: null, createdAt: new Date(age), editedAt: null, resolvedAt: null, resolvedBy: null },
    ...{ mentions: [], mayChange: true, mayRemove: true, mayResolve: true },
    ...over,
  };
}

/** A thread for tests. */
export function thread(head: Comment, answers: Comment[] = []): CommentThread {
  return { ...head, answers };
}
