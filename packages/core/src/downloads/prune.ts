import type { Context } from "../context.ts";

/** Forgets the downloads whose time is over. @returns how many */
export async function pruneDownloads(ctx: Context): Promise<number> {
  const { count } = await ctx.db.download.deleteMany({ where: { expiresAt: { lt: ctx.services.clock() } } });
  return count;
}
