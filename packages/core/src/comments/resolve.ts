import { requireWriter } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { transaction } from "../transaction.ts";
import { holdComment } from "./hold.ts";
import { toComment } from "./rows.ts";
import { type Comment, ResolveComment } from "./schema.ts";

/**
 * Says that a thread is settled, or open again. Of several who settle it, the first is remembered.
 * @returns the thread's first comment as it is now
 * @throws NOT_FOUND for one that is gone, of another library or of a file in the trash; INVALID for an answer; FORBIDDEN for a token that
 * may only read
 */
export async function resolveComment(ctx: LibraryContext, input: ResolveComment): Promise<Comment> {
  const { commentId, isResolved } = ResolveComment.parse(input);
  requireWriter(ctx);
  return transaction(ctx, async (ctx) => {
    const row = await holdComment(ctx, commentId);
    if (row.parentId !== null)
      throw new DomainError("INVALID", "Answers are settled with their thread. Resolve that.");
    if ((row.resolvedAt !== null) === isResolved) return toComment(ctx, row);
    const userId = "userId" in ctx.principal ? ctx.principal.userId : null;
    await ctx.db.comment.update({
      where: { id: commentId },
      data: isResolved
        ? { resolvedAt: ctx.services.clock(), resolvedById: userId }
        : { resolvedAt: null, resolvedById: null },
    });
    const { libraryId } = ctx.access;
    await recordEvent(ctx, { libraryId, kind: "comments.changed", fileId: row.fileId });
    return toComment(ctx, await holdComment(ctx, commentId));
  });
}
