import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import {
  type Act,
  type Claimed,
  claimItems,
  keepUndo,
  NamedItems,
  nameOf,
  reorganise,
  requireOwn,
  withFreeNames,
} from "../items/index.ts";
import type { Transaction } from "../transaction.ts";
import { bringBack } from "./bring-back.ts";

/**
 * Takes files and folders out of the trash, all or none: to where they were, or to the top of the library when that is gone or in
 * the trash. A folder brings back what went with it, and gets a number when its name was taken meanwhile: “Summer (2)”.
 * @throws NOT_FOUND for one that is not in the trash by itself, FORBIDDEN for one that is another's or holds another's
 */
export async function restoreItems(ctx: LibraryContext, input: NamedItems): Promise<Act> {
  const asked = NamedItems.parse(input);
  return reorganise(ctx, async (ctx) => {
    const claimed = await claimItems(ctx, asked, "trash");
    await requireOwnAlong(ctx, claimed);
    const files = [...claimed.files, ...claimed.companions];
    const isThere = await placesThere(ctx, claimed);
    const folders = claimed.folders.map(({ id, name, parentId }) => ({
      id,
      name,
      parentId: isThere(parentId),
    }));
    await bringBack(ctx, {
      folders: await withFreeNames(ctx, folders),
      files: files.map(({ id, name, folderId }) => ({ id, name, folderId: isThere(folderId) })),
    });
    const act = await keepUndo(ctx, claimed);
    await recordActivity(ctx, "items.restored", {
      name: nameOf(claimed),
      files: act.files,
      folders: act.folders,
    });
    return act;
  });
}

/** @returns what makes the top of the library of a place that is not there, once what comes back is back */
async function placesThere(
  ctx: Transaction<LibraryContext>,
  { files, companions, folders }: Claimed,
): Promise<(placeId: string | null) => string | null> {
  const wanted = [...files, ...companions].map(({ folderId }) => folderId);
  wanted.push(...folders.map(({ parentId }) => parentId));
  const backIds = folders.map(({ id }) => id);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM folders
    WHERE id = ANY(${wanted}::uuid[])
      AND (trashed_at IS NULL OR id = ANY(${backIds}::uuid[]) OR trashed_with_id = ANY(${backIds}::uuid[]))`;
  const there = new Set(rows.map(({ id }) => id));
  return (placeId) => (placeId !== null && there.has(placeId) ? placeId : null);
}

/** @throws FORBIDDEN when something that comes back with a folder is not the principal's to change */
async function requireOwnAlong(ctx: Transaction<LibraryContext>, { folders }: Claimed): Promise<void> {
  const ids = folders.map(({ id }) => id);
  if (ids.length === 0) return;
  const owners = await ctx.db.$queryRaw<{ userId: string | null }[]>`
    SELECT DISTINCT created_by_id AS "userId" FROM folders WHERE trashed_with_id = ANY(${ids}::uuid[])
    UNION
    SELECT DISTINCT uploaded_by_id FROM files WHERE trashed_with_id = ANY(${ids}::uuid[]) AND purged_at IS NULL`;
  requireOwn(
    ctx,
    owners.map(({ userId }) => userId),
  );
}
