import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { type InvitePreview, ShownInvite } from "./schema.ts";
import { statusOf } from "./status-of.ts";
import { inviteIdOf } from "./token.ts";

/**
 * What the holder of a link is told before joining, signed in or not. Changes nothing.
 * @throws NOT_FOUND for a link that never was, RATE_LIMITED for who tries many
 */
export async function previewInvite(ctx: Context, input: ShownInvite): Promise<InvitePreview> {
  await limit(ctx, "look at an invite");
  const inviteId = inviteIdOf(ctx.services, ShownInvite.parse(input).token);
  const invite = await ctx.db.invite.findUnique({
    where: { id: inviteId },
    include: { library: true, createdBy: { select: { name: true } } },
  });
  if (!invite) throw notFound("invite");
  const { library } = invite;
  const shown = { libraryName: library.name, emoji: library.emoji };
  const standing = await standingOf(ctx, library, invite.createdAt);
  if (standing === "member") return { status: "already a member", libraryId: library.id, ...shown };
  if (standing === "removed") return { status: "removed" };
  const status = statusOf(invite, ctx.services.clock());
  if (status !== "pending") return { status };
  return { status, ...shown, inviter: invite.createdBy?.name ?? null, role: invite.role };
}

/** What the principal is to a library, seen from an invite to it: one of those who were removed after it was made is not meant. */
export async function standingOf(
  ctx: Context,
  library: { id: string; ownerId: string },
  invitedAt: Date,
): Promise<"member" | "removed" | "stranger"> {
  const { principal } = ctx;
  if (!("userId" in principal)) return "stranger";
  const { userId } = principal;
  if (userId === library.ownerId) return "member";
  const place = { libraryId_userId: { libraryId: library.id, userId } };
  if (await ctx.db.libraryMember.findUnique({ where: place })) return "member";
  const removal = await ctx.db.libraryRemoval.findUnique({ where: place });
  return removal && removal.removedAt >= invitedAt ? "removed" : "stranger";
}
