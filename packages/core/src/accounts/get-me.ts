import { requireAccount } from "../access/index.ts";
import { avatarUrlOf } from "../avatars/schema.ts";
import type { Context } from "../context.ts";
import type { Me } from "./schema.ts";

/** The account of the principal. @throws UNAUTHENTICATED for a visitor */
export async function getMe(ctx: Context): Promise<Me> {
  const { userId } = requireAccount(ctx);
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  const { name, email, isInstanceOwner, theme, language, isKeyboardOn } = user;
  const hasPassword = user.passwordHash !== null;
  return {
    userId,
    name,
    email,
    isInstanceOwner,
    avatarUrl: avatarUrlOf(user),
    hasPassword,
    theme,
    language,
    isKeyboardOn,
  };
}
