import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { lockFiles } from "./move.ts";
import { ManyFiles } from "./schema.ts";
import { sweepPurged } from "./sweep-purged.ts";

/**
 * Deletes files in the trash for good, all or none. From now on nobody sees them; their bytes are removed at once when they are
 * few, else by the next sweep.
 * @throws NOT_FOUND for a file that is not in the trash
 */
export async function purgeFiles(ctx: LibraryContext, input: ManyFiles): Promise<void> {
  const { fileIds } = ManyFiles.parse(input);
  const now = ctx.services.clock();
  await transaction(ctx, async (ctx) => {
    const rows = await lockFiles(ctx, fileIds, { where: "trash" });
    const ids = rows.map(({ id }) => id);
    await ctx.db.file.updateMany({ where: { id: { in: ids } }, data: { purgedAt: now } });
    await recordActivity(ctx, "files.purged", { fileIds, name: rows[0]?.name ?? "" });
  });
  await sweepPurged(ctx);
}

/** Deletes everything in a library's trash for good. @returns how many files that were */
export async function emptyTrash(ctx: LibraryContext): Promise<{ count: number }> {
  const { libraryId } = ctx.access;
  const now = ctx.services.clock();
  const count = await transaction(ctx, async (ctx) => {
    const asked = { libraryId, trashedAt: { not: null }, purgedAt: null } as const;
    const shown = await ctx.db.file.count({ where: { ...asked, companionOfId: null } });
    await ctx.db.file.updateMany({ where: asked, data: { purgedAt: now } });
    if (shown > 0) await recordActivity(ctx, "trash.emptied", { count: shown });
    return shown;
  });
  await sweepPurged(ctx);
  return { count };
}
