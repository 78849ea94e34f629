import { requireAccount, requireWriter } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import type { Context } from "../context.ts";
import { transaction } from "../transaction.ts";
import { CreateLibrary } from "./schema.ts";

/** Makes a library that the principal owns. */
export async function createLibrary(ctx: Context, input: CreateLibrary): Promise<{ libraryId: string }> {
  const { userId } = requireAccount(ctx);
  requireWriter(ctx);
  const { name, emoji } = CreateLibrary.parse(input);
  return transaction(ctx, async (ctx) => {
    const { id } = await ctx.db.library.create({ data: { name, emoji, ownerId: userId } });
    await recordActivity({ ...ctx, access: { libraryId: id, role: "owner" } }, "library.created", { name });
    return { libraryId: id };
  });
}
