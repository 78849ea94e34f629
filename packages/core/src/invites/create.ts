import { requireAccount } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { lockLibrary } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { CreateInvite } from "./schema.ts";
import { inviteTokenOf } from "./token.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** Makes a link that lets people join as viewers. @throws CONFLICT for a personal library, which has no members */
export async function createInvite(
  ctx: LibraryContext,
  input: CreateInvite,
): Promise<{ inviteId: string; token: string }> {
  const { userId } = requireAccount(ctx);
  const { maxUses, expiresInDays } = CreateInvite.parse(input);
  const { services, access } = ctx;
  const { libraryId } = access;
  const createdAt = services.clock();
  const expiresAt = expiresInDays ? new Date(createdAt.getTime() + expiresInDays * dayMs) : null;
  return transaction(ctx, async (ctx) => {
    const { isPersonal } = await lockLibrary(ctx);
    if (isPersonal) {
      throw new DomainError("CONFLICT", "Your personal library is yours alone. Make another one to share.");
    }
    const { id } = await ctx.db.invite.create({
      data: { libraryId, createdById: userId, maxUses, expiresAt, createdAt },
    });
    const until = expiresAt?.toISOString() ?? null;
    await recordAudit(ctx, "invite.created", { libraryId, inviteId: id, maxUses, expiresAt: until });
    return { inviteId: id, token: inviteTokenOf(services, id) };
  });
}
