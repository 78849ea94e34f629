import type { User } from "@alcoves/db/models";
import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { isPending, redeem } from "../invites/index.ts";
import { readSettings } from "../settings/index.ts";
import type { RegistrationMode } from "../settings/schema.ts";
import type { Transaction } from "../transaction.ts";

/** Key of the advisory lock that makes registrations go one at a time: the first one decides who owns the instance. */
const registrationLock = 4_201;

/** Registration is not open to everyone. */
export class RegistrationRefused extends DomainError {
  constructor(readonly mode: Exclude<RegistrationMode, "open">) {
    super(
      "FORBIDDEN",
      mode === "closed"
        ? "Registration is closed here. Ask the owner of this instance for an account."
        : "Registration is by invitation here. Ask a member for an invite.",
    );
  }
}

/** What an account is made of. */
export interface NewAccount {
  name: string;
  /** Trimmed and lower-cased. */
  email: string;
  /** Null for one that is signed in to by other means. */
  passwordHash: string | null;
  /** The token of an invite: it opens registration where that is by invitation, and makes a member of its library. */
  invite?: string | undefined;
}

/** An account that was just made. */
export interface MadeAccount {
  user: User;
  /** The library that was joined; null when there was no invite, or one that lets nobody in any more. */
  joinedLibraryId: string | null;
}

/** Waits until no other account is being made, and keeps others waiting until the transaction ends. */
export async function lockRegistration(ctx: Transaction<Context>): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(${registrationLock}::bigint)`;
}

/**
 * Makes an account with its personal library, in the transaction of the caller. The first account owns the instance.
 * @throws RegistrationRefused by the instance's mode, CONFLICT when the address is taken, NOT_FOUND for an invite that never was
 */
export async function makeAccount(
  ctx: Transaction<Context>,
  { name, email, passwordHash, invite }: NewAccount,
): Promise<MadeAccount> {
  await lockRegistration(ctx);
  const isFirst = (await ctx.db.user.findFirst({ select: { id: true } })) === null;
  const isInvited = invite !== undefined && (await isPending(ctx, invite));
  if (!isFirst) await requireRegistration(ctx, isInvited);
  if (await ctx.db.user.findUnique({ where: { email }, select: { id: true } })) {
    throw new DomainError("CONFLICT", "There is an account with this email address. Sign in instead.");
  }
  const user = await ctx.db.user.create({ data: { name, email, passwordHash, isInstanceOwner: isFirst } });
  await ctx.db.library.create({
    data: { name: "My Library", emoji: "🏡", ownerId: user.id, isPersonal: true },
  });
  const principal = { kind: "member", userId: user.id, sessionId: "", isInstanceOwner: isFirst } as const;
  const inside = { ...ctx, principal };
  await recordAudit(inside, "account.registered", { userId: user.id, email });
  if (!isInvited) return { user, joinedLibraryId: null };
  const { libraryId } = await redeem(inside, invite);
  return { user, joinedLibraryId: libraryId };
}

/** @throws RegistrationRefused when the instance's mode keeps new people out */
async function requireRegistration(ctx: Context, isInvited: boolean): Promise<void> {
  const { registrationMode: mode } = await readSettings(ctx);
  if (mode === "open" || (mode === "invite_only" && isInvited)) return;
  throw new RegistrationRefused(mode);
}
