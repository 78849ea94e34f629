import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { lockFiles, recordEvents } from "./move.ts";
import { ManyFiles } from "./schema.ts";

/**
 * Takes files out of the trash, all or none: back to their folders, or to the top of the library when those are in the trash.
 * @throws NOT_FOUND for a file that is not in the trash, FORBIDDEN for one of somebody else's
 */
export async function restoreFiles(ctx: LibraryContext, input: ManyFiles): Promise<void> {
  const { fileIds } = ManyFiles.parse(input);
  await transaction(ctx, async (ctx) => {
    const rows = await lockFiles(ctx, fileIds, { where: "trash" });
    const ids = rows.map(({ id }) => id);
    await ctx.db.$executeRaw`
      UPDATE files f SET trashed_at = NULL, updated_at = now(),
        folder_id = (SELECT d.id FROM folders d WHERE d.id = f.folder_id AND d.trashed_at IS NULL)
      WHERE f.id = ANY(${ids}::uuid[])`;
    await recordActivity(ctx, "files.restored", { fileIds, name: rows[0]?.name ?? "" });
    await recordEvents(ctx, "file.created", ids);
  });
}
