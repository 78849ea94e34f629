import type { Context } from "../context.ts";
import type { Identity } from "./schema.ts";

/** The key an identity is kept under. The issuer is part of it: subjects of another provider may be the same words. */
export function keyOf({ provider, issuer, subject }: Pick<Identity, "provider" | "issuer" | "subject">) {
  return { provider, providerAccountId: `${issuer.replace(/\/$/, "")} ${subject}` };
}

/** @returns the account that an identity signs in to, null for an unknown one */
export async function findByIdentity(
  ctx: Context,
  identity: Pick<Identity, "provider" | "issuer" | "subject">,
) {
  const row = await ctx.db.account.findUnique({
    where: { provider_providerAccountId: keyOf(identity) },
    include: { user: true },
  });
  return row?.user ?? null;
}
