import { requireAccount } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { lockLibrary } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { endMembership } from "./end-membership.ts";
import { requireMember } from "./require-member.ts";
import { OneMember } from "./schema.ts";

/**
 * Removes a member: access ends at once, and the links that brought them bring them back no more.
 * @throws FORBIDDEN for the owner and for oneself, NOT_FOUND for who is no member
 */
export async function removeMember(ctx: LibraryContext, input: OneMember): Promise<void> {
  const { userId } = OneMember.parse(input);
  await transaction(ctx, async (ctx) => {
    const library = await lockLibrary(ctx);
    const { name } = await requireMember(ctx, library, userId);
    if (userId === requireAccount(ctx).userId) {
      throw new DomainError("FORBIDDEN", "Nobody removes themselves. Leave the library instead.");
    }
    await endMembership(ctx, userId);
    await ctx.db.libraryRemoval.upsert(removalOf(ctx, userId));
    await recordActivity(ctx, "member.removed", { userId, name });
    const { libraryId } = ctx.access;
    await recordAudit(ctx, "member.removed", { libraryId, memberId: userId, member: name });
  });
}

/** Of when they were removed last: a link made after it is an invitation anew. */
function removalOf({ access: { libraryId }, services }: LibraryContext, userId: string) {
  const removedAt = services.clock();
  return {
    where: { libraryId_userId: { libraryId, userId } },
    create: { libraryId, userId, removedAt },
    update: { removedAt },
  };
}
