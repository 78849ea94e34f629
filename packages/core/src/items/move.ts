import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordFileEvents, recordFolderEvents } from "../events/index.ts";
import { settleCompanions } from "../files/index.ts";
import { requireFolder } from "../folders/index.ts";
import type { Transaction } from "../transaction.ts";
import { type Claimed, claimItems } from "./claim.ts";
import { keepUndo } from "./keep-undo.ts";
import { requireFreeNames } from "./names.ts";
import { reorganise } from "./reorganise.ts";
import { type Act, MoveItems } from "./schema.ts";
import { nameOf } from "./subject.ts";
import { foldersBelow, requireOutside, requireOwnBelow } from "./tree.ts";

/**
 * Moves files and folders into a folder or to the top of their library, all or none, with what accompanies them.
 * @throws NOT_FOUND for one that is not there, FORBIDDEN for one that is another's or holds another's, INVALID for a folder that would
 * come to stand inside itself, CONFLICT for a name that is taken there
 */
export async function moveItems(ctx: LibraryContext, input: MoveItems): Promise<Act> {
  const { toFolderId, ...asked } = MoveItems.parse(input);
  return reorganise(ctx, async (ctx) => {
    await requireFolder(ctx, toFolderId);
    const claimed = await claimItems(ctx, asked, "library");
    const folderIds = claimed.folders.map(({ id }) => id);
    await requireOwnBelow(ctx, await foldersBelow(ctx, folderIds));
    await requireOutside(ctx, folderIds, toFolderId);
    await requireFreeNames(
      ctx,
      claimed.folders.map(({ id, name }) => ({ id, name, parentId: toFolderId })),
    );
    await place(ctx, claimed, toFolderId);
    const act = await keepUndo(ctx, claimed);
    const { files, folders } = act;
    await recordActivity(ctx, "items.moved", { name: nameOf(claimed), files, folders, folderId: toFolderId });
    return act;
  });
}

async function place(
  ctx: Transaction<LibraryContext>,
  { files, folders, companions }: Claimed,
  toFolderId: string | null,
): Promise<void> {
  const fileIds = [...files, ...companions].map(({ id }) => id);
  await ctx.db.$executeRaw`
    UPDATE folders SET parent_id = ${toFolderId}::uuid WHERE id = ANY(${folders.map(({ id }) => id)}::uuid[])`;
  await ctx.db.$executeRaw`
    UPDATE files SET folder_id = ${toFolderId}::uuid, updated_at = now() WHERE id = ANY(${fileIds}::uuid[])`;
  await settleCompanions(ctx, fileIds);
  await recordFileEvents(ctx, "file.changed", fileIds);
  // Also of the places that files left and came to: their folders show how many they hold.
  await recordFolderEvents(
    ctx,
    folders.length > 0 ? [...folders.map(({ parentId }) => parentId), toFolderId] : [],
  );
}
