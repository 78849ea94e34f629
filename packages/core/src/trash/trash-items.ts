import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { type Act, claimItems, Items, keepUndo, nameOf, reorganise } from "../items/index.ts";
import { putAway } from "./put-away.ts";

/**
 * Moves files and folders to the trash, all or none, with what accompanies and what is inside them. Jobs go on: what comes back is
 * whole.
 * @throws NOT_FOUND for one that is not there, FORBIDDEN for one that is another's or holds another's
 */
export async function trashItems(ctx: LibraryContext, input: Items): Promise<Act> {
  const asked = Items.parse(input);
  return reorganise(ctx, async (ctx) => {
    const alone = await putAway(ctx, await claimItems(ctx, asked, "library"));
    const act = await keepUndo(ctx, alone);
    const { files, folders } = act;
    await recordActivity(ctx, "items.trashed", { name: nameOf(alone), files, folders });
    return act;
  });
}
