import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockTags } from "./lock.ts";
import { MergeTags } from "./schema.ts";

/**
 * Makes one tag of two: whatever has the first, in the trash too, gets the other instead, and the first is gone.
 * @throws NOT_FOUND for a tag of another library, INVALID for a tag with itself
 */
export async function mergeTags(ctx: LibraryContext, input: MergeTags): Promise<void> {
  const { tagId, intoTagId } = MergeTags.parse(input);
  if (tagId === intoTagId) throw new DomainError("INVALID", "Choose another tag to merge this one with.");
  await transaction(ctx, async (ctx) => {
    const tags = await lockTags(ctx, [tagId, intoTagId]);
    const nameOf = (id: string) => tags.find((tag) => tag.tagId === id)?.name ?? "";
    // Rows that change their tag ask nothing of their file, which may just be deleted; the others go with the tag.
    await ctx.db.$executeRaw`
      UPDATE file_tags t SET tag_id = ${intoTagId}::uuid WHERE tag_id = ${tagId}::uuid
        AND NOT EXISTS (SELECT FROM file_tags o WHERE o.file_id = t.file_id AND o.tag_id = ${intoTagId}::uuid)`;
    await ctx.db.$executeRaw`
      UPDATE folder_tags t SET tag_id = ${intoTagId}::uuid WHERE tag_id = ${tagId}::uuid
        AND NOT EXISTS (SELECT FROM folder_tags o WHERE o.folder_id = t.folder_id AND o.tag_id = ${intoTagId}::uuid)`;
    await ctx.db.$executeRaw`
      UPDATE moment_tags t SET tag_id = ${intoTagId}::uuid WHERE tag_id = ${tagId}::uuid
        AND NOT EXISTS (SELECT FROM moment_tags o WHERE o.moment_id = t.moment_id AND o.tag_id = ${intoTagId}::uuid)`;
    await ctx.db.tag.delete({ where: { id: tagId } });
    await recordActivity(ctx, "tag.merged", {
      tagId: intoTagId,
      name: nameOf(intoTagId),
      from: nameOf(tagId),
    });
  });
}
