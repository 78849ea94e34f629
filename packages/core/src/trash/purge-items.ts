import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { claimItems, NamedItems, nameOf, reorganise } from "../items/index.ts";
import { forgetFolders } from "./forget-folders.ts";
import { sweepPurged } from "./sweep-purged.ts";

/**
 * Deletes files and folders in the trash for good, all or none, folders with what went into the trash with them. From now on nobody
 * sees them; their bytes are removed at once when they are few, else by the next sweep.
 * @throws NOT_FOUND for one that is not in the trash by itself
 */
export async function purgeItems(ctx: LibraryContext, input: NamedItems): Promise<void> {
  const asked = NamedItems.parse(input);
  await reorganise(ctx, async (ctx) => {
    const now = ctx.services.clock();
    const claimed = await claimItems(ctx, asked, "trash");
    const ids = [...claimed.files, ...claimed.companions].map(({ id }) => id);
    await ctx.db.file.updateMany({ where: { id: { in: ids } }, data: { purgedAt: now } });
    await forgetFolders(
      ctx,
      claimed.folders.map(({ id }) => id),
    );
    await recordActivity(ctx, "items.purged", {
      name: nameOf(claimed),
      files: claimed.files.length,
      folders: claimed.folders.length,
    });
  });
  await sweepPurged(ctx);
}
