import type { LibraryContext } from "../context.ts";
import type { InviteSummary } from "./schema.ts";
import { statusOf } from "./status-of.ts";
import { inviteTokenOf } from "./token.ts";

/** The library's invites, the newest first, with who joined by each. */
export async function listInvites(ctx: LibraryContext): Promise<InviteSummary[]> {
  const rows = await ctx.db.invite.findMany({
    where: { libraryId: ctx.access.libraryId },
    orderBy: { id: "desc" },
    include: {
      createdBy: { select: { name: true } },
      members: { orderBy: { createdAt: "asc" }, include: { user: { select: { name: true } } } },
    },
  });
  const now = ctx.services.clock();
  return rows.map((invite) => ({
    inviteId: invite.id,
    token: inviteTokenOf(ctx.services, invite.id),
    status: statusOf(invite, now),
    role: invite.role,
    uses: invite.uses,
    maxUses: invite.maxUses,
    createdAt: invite.createdAt,
    expiresAt: invite.expiresAt,
    createdBy: invite.createdBy?.name ?? null,
    joined: invite.members.map(({ userId, user, createdAt }) => ({
      userId,
      name: user.name,
      joinedAt: createdAt,
    })),
  }));
}
