import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { lockTags } from "./lock.ts";
import { OneTag } from "./schema.ts";

/** Deletes a tag: it comes off whatever has it, which stays. @throws NOT_FOUND for a tag of another library */
export async function removeTag(ctx: LibraryContext, input: OneTag): Promise<void> {
  const { tagId } = OneTag.parse(input);
  await transaction(ctx, async (ctx) => {
    const [tag] = await lockTags(ctx, [tagId]);
    await ctx.db.tag.delete({ where: { id: tagId } });
    await recordActivity(ctx, "tag.removed", { name: tag?.name ?? "" });
  });
}
