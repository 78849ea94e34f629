import { requireAccount } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { lockLibrary } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { requireMember } from "./require-member.ts";
import { ChangeRole } from "./schema.ts";

/**
 * Gives a member another role, from their next request on.
 * @throws FORBIDDEN for the owner and for oneself, NOT_FOUND for who is no member
 */
export async function changeRole(ctx: LibraryContext, input: ChangeRole): Promise<void> {
  const { userId, role } = ChangeRole.parse(input);
  await transaction(ctx, async (ctx) => {
    const library = await lockLibrary(ctx);
    const { name } = await requireMember(ctx, library, userId);
    if (userId === requireAccount(ctx).userId) {
      throw new DomainError("FORBIDDEN", "Nobody changes their own role. Ask another admin, or leave.");
    }
    const { libraryId } = ctx.access;
    await ctx.db.libraryMember.update({ where: { libraryId_userId: { libraryId, userId } }, data: { role } });
    ctx.afterCommit.news.add(libraryId);
    await recordAudit(ctx, "member.changed", { libraryId, memberId: userId, member: name, role });
  });
}
