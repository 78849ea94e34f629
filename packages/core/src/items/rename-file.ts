import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordFileEvents } from "../events/index.ts";
import { settleCompanions } from "../files/index.ts";
import { claimItems } from "./claim.ts";
import { keepUndo } from "./keep-undo.ts";
import { companionName, newNameOf } from "./new-name.ts";
import { reorganise } from "./reorganise.ts";
import { type Act, RenameFile } from "./schema.ts";

/**
 * Gives a file another name, and what accompanies it one that goes with it.
 * @returns also the name it has now: of what was asked for, the label that `fileLabel` makes, with the extension it had
 * @throws NOT_FOUND for one that is not there, FORBIDDEN for one of somebody else's
 */
export async function renameFile(ctx: LibraryContext, input: RenameFile): Promise<Act & { name: string }> {
  const { fileId, name: wanted } = RenameFile.parse(input);
  return reorganise(ctx, async (ctx) => {
    const claimed = await claimItems(ctx, { fileIds: [fileId], folderIds: [] }, "library");
    const before = claimed.files[0]?.name ?? "";
    const name = newNameOf(before, wanted);
    await ctx.db.file.update({ where: { id: fileId }, data: { name } });
    for (const companion of claimed.companions) {
      const data = { name: companionName(companion.name, { before, after: name }) };
      await ctx.db.file.update({ where: { id: companion.id }, data });
    }
    const ids = [fileId, ...claimed.companions.map(({ id }) => id)];
    await settleCompanions(ctx, ids);
    await recordActivity(ctx, "file.renamed", { fileId, name, before });
    await recordFileEvents(ctx, "file.changed", ids);
    return { ...(await keepUndo(ctx, claimed)), name };
  });
}
