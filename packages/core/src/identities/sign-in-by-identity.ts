import type { z } from "zod";
import {
  lockRegistration,
  makeAccount,
  type OpenedSession,
  openSession,
  RegistrationRefused,
} from "../accounts/index.ts";
import type { Context } from "../context.ts";
import { limit } from "../limits/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { addIdentity } from "./add-identity.ts";
import { findByIdentity } from "./find-by-identity.ts";
import { IdentityRefused } from "./identity-refused.ts";
import { sealPendingLink } from "./pending-link.ts";
import { recordingRefusal } from "./recording-refusal.ts";
import { Identity } from "./schema.ts";

/**
 * How coming back from a provider ends: `in` with a session; `pending` with what must be brought to `connectIdentity` by
 * the account that is to agree; `known` for someone signed in whose identity is connected already.
 */
export type IdentityEnd =
  | { kind: "in"; session: OpenedSession }
  | { kind: "pending"; link: string }
  | { kind: "known" };

/**
 * Signs someone in by an identity that a provider has vouched for. An identity nobody knows makes an account, as the
 * registration mode allows. It is never connected to an account that is there already, whatever its address: that takes
 * the consent of somebody signed in to it. So does connecting one while signed in.
 * @throws IdentityRefused with its reason, audited; RATE_LIMITED after too many from one address
 */
export async function signInByIdentity(ctx: Context, input: z.input<typeof Identity>): Promise<IdentityEnd> {
  await limit(ctx, "sign-in from an address");
  const identity = Identity.parse(input);
  return recordingRefusal(ctx, identity, async () => {
    const known = await findByIdentity(ctx, identity);
    if (ctx.principal.kind === "member") {
      const { userId } = ctx.principal;
      if (known && known.id !== userId) throw new IdentityRefused("taken");
      return known ? { kind: "known" } : { kind: "pending", link: sealPendingLink(ctx, identity, userId) };
    }
    return known ? enter(ctx, identity, known) : meet(ctx, identity);
  });
}

type User = NonNullable<Awaited<ReturnType<typeof findByIdentity>>>;

async function enter(ctx: Context, { provider }: Identity, user: User): Promise<IdentityEnd> {
  if (user.disabledAt) throw new IdentityRefused("disabled");
  return { kind: "in", session: await openSession(ctx, user, provider) };
}

/** Someone comes with an identity that was not known a moment ago. */
async function meet(ctx: Context, identity: Identity): Promise<IdentityEnd> {
  const { email, emailVerified } = identity;
  // Whoever may write any address into their profile there says nothing about who they are here.
  if (!email || !emailVerified) throw new IdentityRefused("unverified");
  return transaction(ctx, async (ctx) => {
    await lockRegistration(ctx);
    // The same person may have come twice at once.
    const known = await findByIdentity(ctx, identity);
    if (known) return enter(ctx, identity, known);
    const holder = await ctx.db.user.findUnique({ where: { email } });
    if (holder?.disabledAt) throw new IdentityRefused("disabled");
    if (holder) return { kind: "pending", link: sealPendingLink(ctx, identity, holder.id) };
    return enter(ctx, identity, await makeAccountOf(ctx, identity, email));
  });
}

async function makeAccountOf(ctx: Transaction<Context>, identity: Identity, email: string): Promise<User> {
  await limit(ctx, "register");
  const name = identity.name || email.slice(0, email.indexOf("@"));
  try {
    const { user } = await makeAccount(ctx, { name, email, passwordHash: null, invite: identity.invite });
    await addIdentity(ctx, identity, user.id);
    return user;
  } catch (error) {
    if (error instanceof RegistrationRefused) throw new IdentityRefused(error.mode);
    throw error;
  }
}
