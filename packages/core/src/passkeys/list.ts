import { requireSession } from "../access/index.ts";
import type { Context } from "../context.ts";
import type { PasskeySummary } from "./schema.ts";

/** The signed-in person's passkeys, newest first. */
export async function listPasskeys(ctx: Context): Promise<PasskeySummary[]> {
  const { userId } = requireSession(ctx);
  const rows = await ctx.db.passkey.findMany({ where: { userId }, orderBy: { id: "desc" } });
  return rows.map(({ id: passkeyId, name, createdAt, lastUsedAt }) => ({
    passkeyId,
    name,
    createdAt,
    lastUsedAt,
  }));
}
