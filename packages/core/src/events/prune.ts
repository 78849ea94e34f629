import type { Context } from "../context.ts";

/** A page that slept longer than this loads anew instead of catching up. */
const keepHours = 24;

/** Forgets old events. @returns how many */
export async function pruneEvents(ctx: Context): Promise<number> {
  const before = new Date(ctx.services.clock().getTime() - keepHours * 3_600_000);
  const { count } = await ctx.db.event.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
