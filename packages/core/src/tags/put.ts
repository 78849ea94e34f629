import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { ensureTags } from "./create.ts";
import { holdItems, lockTags } from "./lock.ts";
import { putOn, takeOff } from "./pairs.ts";
import { PutTags, type TagsChanged, UndoTags } from "./schema.ts";

/**
 * Puts tags on many files and folders and takes others off, all or none. Contributors tag what they uploaded, admins everything.
 * @returns what was changed by it, for `undoTags`
 * @throws NOT_FOUND for a file, folder or tag that is missing, trashed or of another library; FORBIDDEN for somebody else's file;
 * INVALID for a tag that is to be put on and taken off
 */
export async function putTags(ctx: LibraryContext, input: PutTags): Promise<TagsChanged> {
  const { fileIds, folderIds, add, addNames, remove } = PutTags.parse(input);
  return transaction(ctx, async (ctx) => {
    const { name, count } = await holdItems(ctx, { fileIds, folderIds });
    const on = new Set([...add, ...(await ensureTags(ctx, addNames))]);
    if (remove.some((tagId) => on.has(tagId)))
      throw new DomainError("INVALID", "Either put a tag on or take it off.");
    const tags = await lockTags(ctx, [...on, ...remove]);
    const onItems = (tagId: string) => ({ tagId, fileIds, folderIds });
    const removed = await takeOff(ctx, remove.map(onItems));
    const added = await putOn(ctx, [...on].map(onItems));
    const namesOf = (changed: TagsChanged["added"]) =>
      tags
        .filter(({ tagId }) => changed.some((each) => each.tagId === tagId))
        .map((tag) => tag.name)
        .toSorted();
    if (added.length + removed.length > 0) {
      await recordActivity(ctx, "files.tagged", {
        name,
        count,
        added: namesOf(added),
        removed: namesOf(removed),
      });
    }
    return { added, removed };
  });
}

/**
 * Takes back what `putTags` changed, all or none. Tags that it made stay, on nothing.
 * @throws NOT_FOUND for what is gone meanwhile, FORBIDDEN for somebody else's file
 */
export async function undoTags(ctx: LibraryContext, input: UndoTags): Promise<void> {
  const { added, removed } = UndoTags.parse(input);
  const all = [...added, ...removed];
  await transaction(ctx, async (ctx) => {
    const { name, count } = await holdItems(ctx, {
      fileIds: all.flatMap(({ fileIds }) => fileIds),
      folderIds: all.flatMap(({ folderIds }) => folderIds),
    });
    await lockTags(
      ctx,
      all.map(({ tagId }) => tagId),
    );
    await takeOff(ctx, added);
    await putOn(ctx, removed);
    await recordActivity(ctx, "files.tagging_undone", { name, count });
  });
}
