import type { Context } from "../context.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** Deletes for good what has been in a trash for `trashDays`. @returns how many files that were, companions included */
export async function purgeExpired(ctx: Context): Promise<number> {
  const { clock, trashDays } = ctx.services;
  const now = clock();
  const { count } = await ctx.db.file.updateMany({
    where: { trashedAt: { lt: new Date(now.getTime() - trashDays * dayMs) }, purgedAt: null },
    data: { purgedAt: now },
  });
  return count;
}
