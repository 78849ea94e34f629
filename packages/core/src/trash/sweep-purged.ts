import { filePrefixes } from "@alcoves/storage";
import type { Context } from "../context.ts";

/** Files whose bytes one sweep removes: a request that waits for it still ends soon. */
const perSweep = 100;

/**
 * Removes the bytes of files that were deleted for good, then their rows: a crash in between leaves a row that the next sweep
 * finds again, never bytes that nobody knows of. Safe to run anywhere, any number of times.
 * @returns how many files are gone now
 */
export async function sweepPurged(ctx: Context): Promise<number> {
  // First those that were purged first; what accompanies a file goes before it, because its row points there.
  const rows = await ctx.db.$queryRaw<{ fileId: string; libraryId: string }[]>`
    SELECT id AS "fileId", library_id AS "libraryId" FROM files
    WHERE purged_at IS NOT NULL ORDER BY purged_at, companion_of_id NULLS LAST, id LIMIT ${perSweep}`;
  let gone = 0;
  for (const file of rows) {
    try {
      for (const prefix of filePrefixes(file)) await ctx.services.storage.removePrefix(prefix);
      await ctx.db.file.deleteMany({ where: { id: file.fileId, purgedAt: { not: null } } });
      gone += 1;
    } catch (error) {
      // One that cannot be removed now must not keep the others: it goes to the end of the line.
      ctx.services.log.warn({ error, ...file }, "a file that was deleted for good cannot be removed yet");
      await ctx.db.file.updateMany({
        where: { id: file.fileId },
        data: { purgedAt: ctx.services.clock() },
      });
    }
  }
  return gone;
}
