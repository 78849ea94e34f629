import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { reorganise } from "../items/index.ts";
import { purgeBefore } from "./purge-before.ts";
import { sweepPurged } from "./sweep-purged.ts";

/** Deletes everything in a library's trash for good. @returns how many files and folders that were, as the trash showed them */
export async function emptyTrash(ctx: LibraryContext): Promise<{ count: number }> {
  const count = await reorganise(ctx, async (ctx) => {
    const { shown } = await purgeBefore(ctx, forEver);
    if (shown > 0) await recordActivity(ctx, "trash.emptied", { count: shown });
    return shown;
  });
  await sweepPurged(ctx);
  return { count };
}

/** Whatever the clocks of those who put things there. */
const forEver = new Date("9999-01-01");
