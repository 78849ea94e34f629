import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { lockLibrary } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { requireMember } from "./require-member.ts";
import { OneMember } from "./schema.ts";

/**
 * Makes a member the owner; who owned the library stays as an admin.
 * @throws FORBIDDEN for a token, NOT_FOUND for who is no member
 */
export async function handOver(ctx: LibraryContext, input: OneMember): Promise<void> {
  requireSession(ctx);
  const { userId } = OneMember.parse(input);
  await transaction(ctx, async (ctx) => {
    const { libraryId } = ctx.access;
    const library = await lockLibrary(ctx);
    const { name } = await requireMember(ctx, library, userId);
    await ctx.db.libraryMember.delete({ where: { libraryId_userId: { libraryId, userId } } });
    await ctx.db.library.update({ where: { id: libraryId }, data: { ownerId: userId } });
    await ctx.db.libraryMember.create({ data: { libraryId, userId: library.ownerId, role: "admin" } });
    ctx.afterCommit.news.add(libraryId);
    await recordAudit(ctx, "library.transferred", { libraryId, toUserId: userId, to: name });
  });
}
