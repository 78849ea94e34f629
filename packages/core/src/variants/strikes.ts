import type { Context } from "../context.ts";

/** Strikes after which upkeep leaves a file's pictures alone, until a person asks for them again. */
export const mostStrikes = 3;

/** Remembers that a file's pictures could not be made for a fault of its own. */
export async function countStrike(ctx: Context, fileId: string): Promise<void> {
  await ctx.db.file.updateMany({
    where: { id: fileId, variantsStrikes: { lt: mostStrikes } },
    data: { variantsStrikes: { increment: 1 } },
  });
}

/** Leaves a file's pictures alone from now on, as when a worker has died in them three times. */
export async function strikeOut(ctx: Context, fileId: string): Promise<void> {
  await ctx.db.file.updateMany({ where: { id: fileId }, data: { variantsStrikes: mostStrikes } });
}
