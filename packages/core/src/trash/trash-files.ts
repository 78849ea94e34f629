import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { lockFiles, recordEvents } from "./move.ts";
import { ManyFiles } from "./schema.ts";

/**
 * Moves files to the trash, all or none, with what accompanies them. Their jobs go on: what comes back is whole.
 * @throws NOT_FOUND for a file that is not there, FORBIDDEN for one of somebody else's
 */
export async function trashFiles(ctx: LibraryContext, input: ManyFiles): Promise<void> {
  const { fileIds } = ManyFiles.parse(input);
  const now = ctx.services.clock();
  await transaction(ctx, async (ctx) => {
    const rows = await lockFiles(ctx, fileIds, { where: "library" });
    const ids = rows.map(({ id }) => id);
    await ctx.db.file.updateMany({ where: { id: { in: ids } }, data: { trashedAt: now } });
    await recordActivity(ctx, "files.trashed", { fileIds, name: rows[0]?.name ?? "" });
    await recordEvents(ctx, "file.removed", ids);
  });
}
