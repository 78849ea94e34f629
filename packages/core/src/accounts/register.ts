import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { limit } from "../limits/index.ts";
import { readSettings } from "../settings/index.ts";
import { transaction } from "../transaction.ts";
import { requireGoodPassword } from "./good-password.ts";
import { hashPassword } from "./password.ts";
import { Register } from "./schema.ts";

/** Key of the advisory lock that makes registrations go one at a time: the first one decides who owns the instance. */
const registrationLock = 4_201;

/**
 * Makes an account with its personal library. The first account owns the instance, whatever the mode.
 * @throws INVALID for a password that is guessed first, FORBIDDEN when registration is not open, CONFLICT when the address
 *   is taken, RATE_LIMITED after too many from one address
 */
export async function register(ctx: Context, input: Register): Promise<{ userId: string }> {
  const { name, email, password } = Register.parse(input);
  requireGoodPassword(password, { name, email });
  await limit(ctx, "register");
  const passwordHash = await hashPassword(password);
  return transaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(${registrationLock}::bigint)`;
    const isFirst = (await ctx.db.user.findFirst({ select: { id: true } })) === null;
    if (!isFirst) await requireOpenRegistration(ctx);
    if (await ctx.db.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new DomainError("CONFLICT", "There is an account with this email address. Sign in instead.");
    }
    const user = await ctx.db.user.create({ data: { name, email, passwordHash, isInstanceOwner: isFirst } });
    await ctx.db.library.create({
      data: { name: "My Library", emoji: "🏡", ownerId: user.id, isPersonal: true },
    });
    await recordAudit(ctx, "account.registered", { userId: user.id, email });
    return { userId: user.id };
  });
}

async function requireOpenRegistration(ctx: Context): Promise<void> {
  const { registrationMode } = await readSettings(ctx);
  if (registrationMode === "open") return;
  throw new DomainError(
    "FORBIDDEN",
    registrationMode === "closed"
      ? "Registration is closed here. Ask the owner of this instance for an account."
      : "Registration is by invitation here. Ask a member for an invite.",
  );
}

/** What the pages before the app need to know before anyone is signed in. */
export async function getRegistration(ctx: Context) {
  const { registrationMode } = await readSettings(ctx);
  const firstAccount = (await ctx.db.user.findFirst({ select: { id: true } })) === null;
  return { mode: registrationMode, firstAccount, sendsMail: ctx.services.mailer !== null };
}
