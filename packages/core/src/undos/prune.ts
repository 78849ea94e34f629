import type { Context } from "../context.ts";

/** How long an act can be taken back, ms. */
export const keptMs = 3_600_000;

/** Forgets what acts would need to be taken back that nobody can take back any more. @returns how many */
export async function pruneUndos(ctx: Context): Promise<number> {
  const before = new Date(ctx.services.clock().getTime() - keptMs);
  const { count } = await ctx.db.undo.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
