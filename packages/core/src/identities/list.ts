import { requireSession } from "../access/index.ts";
import type { Context } from "../context.ts";
import type { IdentitySummary } from "./schema.ts";

/** The identities that sign in to the account of the signed-in person, oldest first. */
export async function listIdentities(ctx: Context): Promise<IdentitySummary[]> {
  const { userId } = requireSession(ctx);
  const rows = await ctx.db.account.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.map(({ id, provider, email, createdAt }) => ({ identityId: id, provider, email, createdAt }));
}
