import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordFileEvents } from "../events/index.ts";
import { type Act, keepUndo, nameOf, reorganise } from "../items/index.ts";
import type { Transaction } from "../transaction.ts";
import { claimDuplicates } from "./claim.ts";
import { KeepAll } from "./schema.ts";

/**
 * Keeps all of several duplicates: they are not shown as such any more, until one more joins them.
 * @throws as `keepOne`
 */
export async function keepAll(ctx: LibraryContext, input: KeepAll): Promise<Act> {
  const { fileIds } = KeepAll.parse(input);
  return reorganise(ctx, async (ctx) => {
    const claimed = await claimDuplicates(ctx, fileIds);
    const settled = await ctx.db.$queryRaw<{ fileId: string }[]>`
      UPDATE likenesses SET is_settled = true
      WHERE file_id = ANY(${fileIds}::uuid[]) AND NOT is_settled RETURNING file_id AS "fileId"`;
    const act = await keepUndo(ctx, claimed, { settledIds: settled.map(({ fileId }) => fileId) });
    await recordActivity(ctx, "duplicates.keptAll", { name: nameOf(claimed), count: claimed.files.length });
    await recordFileEvents(ctx, "file.changed", fileIds);
    return act;
  });
}

/** Makes files that `keepAll` settled a question again. */
export async function unsettle(ctx: Transaction<LibraryContext>, fileIds: readonly string[]): Promise<void> {
  await ctx.db.likeness.updateMany({ where: { fileId: { in: [...fileIds] } }, data: { isSettled: false } });
}
