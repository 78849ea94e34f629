import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordFolderEvents } from "../events/index.ts";
import { claimItems } from "./claim.ts";
import { keepUndo } from "./keep-undo.ts";
import { requireFreeNames } from "./names.ts";
import { reorganise } from "./reorganise.ts";
import { type Act, RenameFolder } from "./schema.ts";

/**
 * Gives a folder another name.
 * @throws NOT_FOUND for one that is not there, FORBIDDEN for one that another made, CONFLICT when its parent has one of that name,
 * letter case aside
 */
export async function renameFolder(ctx: LibraryContext, input: RenameFolder): Promise<Act> {
  const { folderId, name } = RenameFolder.parse(input);
  return reorganise(ctx, async (ctx) => {
    const claimed = await claimItems(ctx, { fileIds: [], folderIds: [folderId] }, "library");
    for (const { id, parentId, name: before } of claimed.folders) {
      await requireFreeNames(ctx, [{ id, parentId, name }]);
      await ctx.db.folder.update({ where: { id }, data: { name } });
      await recordActivity(ctx, "folder.renamed", { folderId, name, before });
      await recordFolderEvents(ctx, [parentId]);
    }
    return keepUndo(ctx, claimed);
  });
}
