import { requireAccount } from "../access/index.ts";
import type { Context } from "../context.ts";
import type { Me } from "./schema.ts";

/** The account of the principal. @throws UNAUTHENTICATED for a visitor */
export async function getMe(ctx: Context): Promise<Me> {
  const { userId } = requireAccount(ctx);
  const { name, email, isInstanceOwner } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  return { userId, name, email, isInstanceOwner };
}
