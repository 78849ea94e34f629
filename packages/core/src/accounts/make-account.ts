import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
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

/** Throws when someone may have no account here. It is not asked about the first account: that is always made. */
export type Admit = (ctx: Transaction<Context>) => Promise<void>;

/** What an account is made of. */
export interface NewAccount {
  name: string;
  /** Trimmed and lower-cased. */
  email: string;
  /** Null for one that is signed in to by other means. */
  passwordHash: string | null;
}

/** Waits until no other account is being made, and keeps others waiting until the transaction ends. */
export async function lockRegistration(ctx: Transaction<Context>): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(${registrationLock}::bigint)`;
}

/**
 * Makes an account with its personal library, in the transaction of the caller. The first account owns the instance.
 * @param admit who decides; the instance's registration mode unless said otherwise
 * @throws what `admit` throws, CONFLICT when the address is taken
 */
export async function makeAccount(
  ctx: Transaction<Context>,
  { name, email, passwordHash }: NewAccount,
  admit: Admit = requireOpenRegistration,
) {
  await lockRegistration(ctx);
  const isFirst = (await ctx.db.user.findFirst({ select: { id: true } })) === null;
  if (!isFirst) await admit(ctx);
  if (await ctx.db.user.findUnique({ where: { email }, select: { id: true } })) {
    throw new DomainError("CONFLICT", "There is an account with this email address. Sign in instead.");
  }
  const user = await ctx.db.user.create({ data: { name, email, passwordHash, isInstanceOwner: isFirst } });
  await ctx.db.library.create({
    data: { name: "My Library", emoji: "🏡", ownerId: user.id, isPersonal: true },
  });
  await recordAudit(ctx, "account.registered", { userId: user.id, email });
  return user;
}

/** @throws RegistrationRefused unless the instance takes everyone */
async function requireOpenRegistration(ctx: Context): Promise<void> {
  const { registrationMode } = await readSettings(ctx);
  if (registrationMode !== "open") throw new RegistrationRefused(registrationMode);
}
