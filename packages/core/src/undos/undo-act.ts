import { recordActivity } from "../activity/index.ts";
import { lockAlbumsOf } from "../albums/index.ts";
import type { LibraryContext } from "../context.ts";
import { unmerge, unsettle } from "../duplicates/index.ts";
import { notFound } from "../errors.ts";
import { recordFileEvents, recordFolderEvents } from "../events/index.ts";
import { settleCompanions } from "../files/index.ts";
import {
  type Changes,
  reorganise,
  requireFreeNames,
  requireOutside,
  requireOwn,
  UndoAct,
} from "../items/index.ts";
import type { Transaction } from "../transaction.ts";
import { bringBack, putAway } from "../trash/index.ts";
import { keptMs } from "./prune.ts";
import { requireAsLeft, requirePlaces } from "./require-as-left.ts";

/**
 * Takes an act back as one act: everything stands where it stood before, in the trash or out of it, under its old name, and what a
 * file got from its duplicates is theirs alone again. All or nothing: when only a part still is as the act left it, what came of the rest would be hard to see and harder to take back.
 * @throws NOT_FOUND when it was somebody else's, is taken back already or is over an hour ago; CONFLICT, which names what stands in
 * the way, when somebody changed something meanwhile; FORBIDDEN for who may not change it any more
 */
export async function undoAct(ctx: LibraryContext, input: UndoAct): Promise<void> {
  const { undoId } = UndoAct.parse(input);
  await reorganise(ctx, async (ctx) => {
    const changes = await takeOut(ctx, undoId);
    const { files, folders, merged, settledIds } = changes;
    if (merged) await lockAlbumsOf(ctx, [merged.fileId]);
    const owners = await requireAsLeft(ctx, changes);
    requireOwn(ctx, owners);
    await putInTrash(ctx, changes);
    await requireWayBack(ctx, changes);
    await takeFromTrash(ctx, changes);
    await putInPlace(ctx, changes);
    if (merged) await unmerge(ctx, merged);
    if (settledIds) await unsettle(ctx, settledIds);
    await recordActivity(ctx, "items.putBack", {
      name: folders[0]?.before.name ?? files[0]?.before.name ?? "",
      files: files.length,
      folders: folders.length,
    });
  });
}

/** What was kept of the act, which counts once. */
async function takeOut(ctx: Transaction<LibraryContext>, undoId: string): Promise<Changes> {
  const userId = "userId" in ctx.principal ? ctx.principal.userId : null;
  if (userId === null) throw notFound("undo");
  const since = new Date(ctx.services.clock().getTime() - keptMs);
  const [kept] = await ctx.db.$queryRaw<{ changes: Changes }[]>`
    DELETE FROM undos
    WHERE id = ${undoId}::uuid AND library_id = ${ctx.access.libraryId}::uuid AND user_id = ${userId}::uuid
      AND created_at >= ${since}
    RETURNING changes`;
  if (!kept) throw notFound("undo");
  return kept.changes;
}

/** What the act took out of the trash, or made, goes there. */
async function putInTrash(ctx: Transaction<LibraryContext>, { files, folders }: Changes): Promise<void> {
  const ofTrash = ({ before, after }: Changes["files"][number]) => before.isTrashed && !after.isTrashed;
  const claimed = {
    files: files
      .filter(ofTrash)
      .map(({ id, after }) => ({ ...unknown, id, name: after.name, folderId: after.placeId })),
    folders: folders
      .filter(ofTrash)
      .map(({ id, after }) => ({ ...unknown, id, name: after.name, parentId: after.placeId })),
    companions: [],
  };
  if (claimed.files.length + claimed.folders.length > 0) await putAway(ctx, claimed);
}

/** Nobody asks for these of what is put away: its rights are looked at before. */
const unknown = { trashedAt: null, uploadedById: null, createdById: null, companionOfId: null } as const;

const isBack = ({ before }: Changes["files"][number]) => !before.isTrashed;

/** @throws CONFLICT when a place is gone or a name is taken, INVALID when a folder would come to stand inside itself */
async function requireWayBack(ctx: Transaction<LibraryContext>, changes: Changes): Promise<void> {
  await requirePlaces(ctx, changes);
  const folders = changes.folders.filter(isBack);
  await requireFreeNames(
    ctx,
    folders.map(({ id, before }) => ({ id, parentId: before.placeId, name: before.name })),
  );
  const moved = changes.folders.filter(({ before, after }) => before.placeId !== after.placeId);
  const ids = moved.map(({ id }) => id);
  for (const placeId of new Set(moved.map(({ before }) => before.placeId)))
    await requireOutside(ctx, ids, placeId);
}

/** What the act put into the trash comes back. */
async function takeFromTrash(ctx: Transaction<LibraryContext>, { files, folders }: Changes): Promise<void> {
  const ofLibrary = ({ before, after }: Changes["files"][number]) => !before.isTrashed && after.isTrashed;
  await bringBack(ctx, {
    files: files
      .filter(ofLibrary)
      .map(({ id, before }) => ({ id, folderId: before.placeId, name: before.name })),
    folders: folders
      .filter(ofLibrary)
      .map(({ id, before }) => ({ id, parentId: before.placeId, name: before.name })),
  });
}

/**
 * Everything else that stands elsewhere, or is called otherwise, than before. What goes back into the trash would come from a folder
 * that may be gone for good: then it comes from the top.
 */
async function putInPlace(ctx: Transaction<LibraryContext>, changes: Changes): Promise<void> {
  const isElsewhere = ({ before, after }: Changes["files"][number]) =>
    before.placeId !== after.placeId || before.name !== after.name;
  const files = changes.files.filter(isElsewhere);
  const folders = changes.folders.filter(isElsewhere);
  const columns = (rows: Changes["files"]) =>
    [
      rows.map(({ id }) => id),
      rows.map(({ before }) => before.placeId),
      rows.map(({ before }) => before.name),
    ] as const;
  const [folderIds, parentIds, folderNames] = columns(folders);
  await ctx.db.$executeRaw`
    UPDATE folders d SET parent_id = (SELECT p.id FROM folders p WHERE p.id = place.id), name = place.name
    FROM unnest(${folderIds}::uuid[], ${parentIds}::uuid[], ${folderNames}::text[]) AS place(row_id, id, name)
    WHERE d.id = place.row_id`;
  const [fileIds, placeIds, fileNames] = columns(files);
  await ctx.db.$executeRaw`
    UPDATE files f SET folder_id = (SELECT p.id FROM folders p WHERE p.id = place.id), name = place.name, updated_at = now()
    FROM unnest(${fileIds}::uuid[], ${placeIds}::uuid[], ${fileNames}::text[]) AS place(row_id, id, name)
    WHERE f.id = place.row_id`;
  await settleCompanions(ctx, fileIds);
  await recordFileEvents(ctx, "file.changed", fileIds);
  await recordFolderEvents(
    ctx,
    folders.flatMap(({ before, after }) => [before.placeId, after.placeId]),
  );
}
