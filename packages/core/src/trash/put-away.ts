import type { LibraryContext } from "../context.ts";
import { recordFileEvents, recordFolderEvents } from "../events/index.ts";
import { settleCompanions } from "../files/index.ts";
import { type Claimed, foldersBelow, requireOwnBelow } from "../items/index.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Moves claimed items into the trash: files with what accompanies them, folders with everything below them, which is marked by the
 * folder that took it along. What lies in one of the folders anyway goes with that; what was in the trash already stays as it was.
 * @returns those of the items that are in the trash by themselves now
 * @throws FORBIDDEN when a folder holds anything, however deep, that is not the principal's to change
 */
export async function putAway(ctx: Transaction<LibraryContext>, claimed: Claimed): Promise<Claimed> {
  const now = ctx.services.clock();
  const below = await foldersBelow(
    ctx,
    claimed.folders.map(({ id }) => id),
  );
  await requireOwnBelow(ctx, below);
  const inside = new Set(below.map(({ id }) => id));
  const roots = new Set(below.map(({ rootId }) => rootId));
  const outside = <File extends { folderId: string | null }>(files: readonly File[]) =>
    files.filter(({ folderId }) => folderId === null || !inside.has(folderId));
  const alone: Claimed = {
    folders: claimed.folders.filter(({ id }) => roots.has(id)),
    files: outside(claimed.files),
    companions: outside(claimed.companions),
  };
  const places = [below.map(({ id }) => id), below.map(({ rootId }) => rootId)] as const;
  await ctx.db.$executeRaw`
    UPDATE folders d SET trashed_at = ${now}, trashed_with_id = nullif(place.root_id, d.id)
    FROM unnest(${places[0]}::uuid[], ${places[1]}::uuid[]) AS place(id, root_id) WHERE d.id = place.id`;
  const along = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE files f SET trashed_at = ${now}, trashed_with_id = place.root_id, updated_at = now()
    FROM unnest(${places[0]}::uuid[], ${places[1]}::uuid[]) AS place(id, root_id)
    WHERE f.folder_id = place.id AND f.trashed_at IS NULL
    RETURNING f.id`;
  const ids = [...alone.files, ...alone.companions].map(({ id }) => id);
  await ctx.db.file.updateMany({ where: { id: { in: ids } }, data: { trashedAt: now } });
  await settleCompanions(ctx, ids);
  await recordFileEvents(ctx, "file.removed", [...ids, ...along.map(({ id }) => id)]);
  await recordFolderEvents(
    ctx,
    alone.folders.map(({ parentId }) => parentId),
  );
  return alone;
}
