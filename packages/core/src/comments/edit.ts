import { requireWriter } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { transaction } from "../transaction.ts";
import { holdComment } from "./hold.ts";
import { putMentions, requireMentionable } from "./mentions.ts";
import { isOwn, toComment } from "./rows.ts";
import { type Comment, EditComment } from "./schema.ts";

/**
 * Gives one's own comment another text.
 * @returns the comment as it is now
 * @throws NOT_FOUND for one that is gone, of another library or of a file in the trash; FORBIDDEN for somebody else's and for a token that
 * may only read; CONFLICT when it was changed since it was seen; INVALID for a mention of somebody who is no member
 */
export async function editComment(ctx: LibraryContext, input: EditComment): Promise<Comment> {
  const { commentId, seen, text } = EditComment.parse(input);
  requireWriter(ctx);
  return transaction(ctx, async (ctx) => {
    const row = await holdComment(ctx, commentId);
    if (!isOwn(ctx, row)) throw new DomainError("FORBIDDEN", "Only whoever wrote a comment may change it.");
    // Also what was sent again because its answer was lost.
    if (row.text === text) return toComment(ctx, row);
    if (row.revision !== seen)
      throw new DomainError("CONFLICT", "This comment was changed elsewhere. Look at it, then try again.");
    await requireMentionable(ctx, text, row.text);
    await ctx.db.comment.update({
      where: { id: commentId },
      data: { text, revision: { increment: 1 }, editedAt: ctx.services.clock() },
    });
    await putMentions(ctx, commentId, text);
    const { libraryId } = ctx.access;
    await recordEvent(ctx, { libraryId, kind: "comments.changed", fileId: row.fileId });
    return toComment(ctx, await holdComment(ctx, commentId));
  });
}
