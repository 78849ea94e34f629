import { requireAccount, requireWriter } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { lockLibrary } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { endMembership } from "./end-membership.ts";
import { requireMember } from "./require-member.ts";

/** Ends one's own membership. What one uploaded stays. @throws FORBIDDEN for the owner, and for a token that may only read */
export async function leaveLibrary(ctx: LibraryContext): Promise<void> {
  const { userId } = requireAccount(ctx);
  requireWriter(ctx);
  await transaction(ctx, async (ctx) => {
    const library = await lockLibrary(ctx);
    const { name } = await requireMember(ctx, library, userId);
    await endMembership(ctx, userId);
    await recordActivity(ctx, "member.left", { userId, name });
    await recordAudit(ctx, "member.left", { libraryId: ctx.access.libraryId });
  });
}
