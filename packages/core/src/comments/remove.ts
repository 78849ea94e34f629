import { requireWriter } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { transaction } from "../transaction.ts";
import { holdComment } from "./hold.ts";
import { mayRemove } from "./rows.ts";
import { OneComment } from "./schema.ts";

/**
 * Deletes a comment for good, with its answers: one's own, or as an admin any.
 * @throws NOT_FOUND for one that is gone, of another library or of a file in the trash; FORBIDDEN for somebody else's and for a token that
 * may only read
 */
export async function removeComment(ctx: LibraryContext, input: OneComment): Promise<void> {
  const { commentId } = OneComment.parse(input);
  requireWriter(ctx);
  await transaction(ctx, async (ctx) => {
    const row = await holdComment(ctx, commentId);
    if (!mayRemove(ctx, row))
      throw new DomainError("FORBIDDEN", "This comment is somebody else's. Ask an admin of the library.");
    await ctx.db.comment.delete({ where: { id: commentId } });
    const { libraryId } = ctx.access;
    await recordEvent(ctx, { libraryId, kind: "comments.changed", fileId: row.fileId });
  });
}
