import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";

/** Ends someone's membership: what they had begun to upload goes too, and their open streams end with the commit. */
export async function endMembership(ctx: Transaction<LibraryContext>, userId: string): Promise<void> {
  const { libraryId } = ctx.access;
  await ctx.db.libraryMember.delete({ where: { libraryId_userId: { libraryId, userId } } });
  await ctx.db.upload.deleteMany({ where: { libraryId, userId, finishedAt: null } });
  ctx.afterCommit.news.add(libraryId);
}
