import { requireAccount, requireWriter } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { standingOf } from "./preview.ts";
import { type InviteStatus, ShownInvite } from "./schema.ts";
import { statusOf } from "./status-of.ts";
import { inviteIdOf } from "./token.ts";

const refusals = {
  revoked: "This invite was revoked. Ask for a new one.",
  expired: "This invite has expired. Ask for a new one.",
  exhausted: "This invite was used as often as it may be. Ask for a new one.",
} as const satisfies Record<Exclude<InviteStatus, "pending">, string>;

/**
 * Joins the library of an invite. For who belongs to it already nothing happens, and no use is counted.
 * @throws NOT_FOUND for a link that never was, CONFLICT for one that lets nobody in any more
 */
export async function redeemInvite(ctx: Context, input: ShownInvite): Promise<{ libraryId: string }> {
  requireWriter(ctx);
  await limit(ctx, "look at an invite");
  return transaction(ctx, (ctx) => redeem(ctx, ShownInvite.parse(input).token));
}

/** `redeemInvite` inside a transaction of its caller: registering by an invite makes the account and joins, or neither. */
export async function redeem(ctx: Transaction<Context>, token: string): Promise<{ libraryId: string }> {
  const { userId } = requireAccount(ctx);
  const inviteId = inviteIdOf(ctx.services, token);
  const library = await lockLibraryOf(ctx, inviteId);
  const libraryId = library.id;
  const invite = await ctx.db.invite.findUniqueOrThrow({ where: { id: inviteId } });
  const standing = await standingOf(ctx, library, invite.createdAt);
  if (standing === "member") return { libraryId };
  if (standing === "removed") {
    throw new DomainError("CONFLICT", "You were removed from this library. Ask for a new invite.");
  }
  const status = statusOf(invite, ctx.services.clock());
  if (status !== "pending") throw new DomainError("CONFLICT", refusals[status]);
  await ctx.db.invite.update({ where: { id: inviteId }, data: { uses: { increment: 1 } } });
  await ctx.db.libraryMember.create({ data: { libraryId, userId, role: invite.role, inviteId } });
  const { name } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  await recordActivity({ ...ctx, access: { libraryId, role: invite.role } }, "member.joined", {
    userId,
    name,
  });
  await recordAudit(ctx, "member.joined", { libraryId, inviteId });
  return { libraryId };
}

/**
 * Locks an invite's library, as `redeem` will, and looks whether the invite lets anyone in: what is true then stays true until
 * the end of the transaction.
 */
export async function isPending(ctx: Transaction<Context>, token: string): Promise<boolean> {
  const inviteId = inviteIdOf(ctx.services, token);
  await lockLibraryOf(ctx, inviteId);
  const invite = await ctx.db.invite.findUniqueOrThrow({ where: { id: inviteId } });
  return statusOf(invite, ctx.services.clock()) === "pending";
}

/** All who join a library, and all who change its members, go one at a time; so do two at the last use of an invite. */
async function lockLibraryOf(ctx: Context, inviteId: string) {
  const [library] = await ctx.db.$queryRaw<{ id: string; name: string; ownerId: string }[]>`
    SELECT id, name, owner_id AS "ownerId" FROM libraries
    WHERE id = (SELECT library_id FROM invites WHERE id = ${inviteId}::uuid) FOR NO KEY UPDATE`;
  if (!library) throw notFound("invite");
  return library;
}
