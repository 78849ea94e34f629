import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { requireFreeName } from "./create.ts";
import { lockNames, lockTags } from "./lock.ts";
import { UpdateTag } from "./schema.ts";

/**
 * Gives a tag another name, another colour, or both.
 * @throws NOT_FOUND for a tag of another library, CONFLICT when another has the name, letter case aside
 */
export async function updateTag(ctx: LibraryContext, input: UpdateTag): Promise<void> {
  const { tagId, name, color } = UpdateTag.parse(input);
  await transaction(ctx, async (ctx) => {
    await lockNames(ctx);
    const [before] = await lockTags(ctx, [tagId]);
    if (name !== undefined) await requireFreeName(ctx, name, tagId);
    await ctx.db.tag.update({
      where: { id: tagId },
      data: { ...(name === undefined ? {} : { name }), ...(color === undefined ? {} : { color }) },
    });
    if (before && name !== undefined && name !== before.name)
      await recordActivity(ctx, "tag.renamed", { tagId, from: before.name, name });
  });
}
