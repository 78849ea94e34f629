import type { LibraryContext } from "../context.ts";
import type { Merged } from "../duplicates/schema.ts";
import type { Transaction } from "../transaction.ts";
import type { Claimed, ClaimedFile, ClaimedFolder } from "./claim.ts";
import type { Act } from "./schema.ts";

/** Where a file or folder stands, and what it is called. */
type Stand = {
  /** The folder it stands in; null at the top of the library. */
  placeId: string | null;
  name: string;
  isTrashed: boolean;
};

/** What became of one file or folder. */
export type Change = {
  id: string;
  before: Stand;
  after: Stand;
};

/** What an act changed. Of folders it took into the trash or out of it, those inside are not named: they know what they went with. */
export type Changes = {
  files: Change[];
  folders: Change[];
  /** What one of the files got from its duplicates. */
  merged?: Merged;
  /** Duplicates that are no question any more. */
  settledIds?: string[];
};

const standOfFile = ({ folderId, name, trashedAt }: ClaimedFile): Stand => ({
  placeId: folderId,
  name,
  isTrashed: trashedAt !== null,
});
const standOfFolder = ({ parentId, name, trashedAt }: ClaimedFolder): Stand => ({
  placeId: parentId,
  name,
  isTrashed: trashedAt !== null,
});

/**
 * Keeps what taking the running act back will need, once everything is in its new place. It is kept here and not by the one who
 * acted, for it can be of ten thousand files.
 * @param before the items as they were claimed
 * @param beside what changed of duplicates beside where they stand
 */
export async function keepUndo(
  ctx: Transaction<LibraryContext>,
  before: Claimed,
  beside: Pick<Changes, "merged" | "settledIds"> = {},
): Promise<Act> {
  const counts = { files: before.files.length, folders: before.folders.length };
  if (!("userId" in ctx.principal)) return { undoId: null, ...counts };
  const files = [...before.files, ...before.companions];
  const after = await standsNow(ctx, { files, folders: before.folders });
  const changes: Changes = {
    ...beside,
    files: files.flatMap((file) => changeOf(file.id, standOfFile(file), after.files)),
    folders: before.folders.flatMap((folder) => changeOf(folder.id, standOfFolder(folder), after.folders)),
  };
  const { id } = await ctx.db.undo.create({
    data: { libraryId: ctx.access.libraryId, userId: ctx.principal.userId, changes },
    select: { id: true },
  });
  return { undoId: id, ...counts };
}

function changeOf(id: string, before: Stand, stands: ReadonlyMap<string, Stand>): Change[] {
  const after = stands.get(id);
  return after ? [{ id, before, after }] : [];
}

/** @returns where files and folders stand at this moment; those that are gone, or purged, are missing */
export async function standsNow(
  ctx: Transaction<LibraryContext>,
  { files, folders }: { files: readonly { id: string }[]; folders: readonly { id: string }[] },
): Promise<{ files: Map<string, Stand & Owner>; folders: Map<string, Stand & Owner> }> {
  const { libraryId } = ctx.access;
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const folderRows = await ctx.db.$queryRaw<(Stand & Owner & { id: string })[]>`
    SELECT id, parent_id AS "placeId", name, trashed_at IS NOT NULL AS "isTrashed", created_by_id AS "ownerId"
    FROM folders WHERE id = ANY(${idsOf(folders)}::uuid[]) AND library_id = ${libraryId}::uuid ORDER BY id FOR UPDATE`;
  const fileRows = await ctx.db.$queryRaw<(Stand & Owner & { id: string })[]>`
    SELECT id, folder_id AS "placeId", name, trashed_at IS NOT NULL AS "isTrashed", uploaded_by_id AS "ownerId"
    FROM files WHERE id = ANY(${idsOf(files)}::uuid[]) AND library_id = ${libraryId}::uuid AND purged_at IS NULL
    ORDER BY id FOR UPDATE`;
  return {
    files: new Map(fileRows.map(({ id, ...stand }) => [id, stand])),
    folders: new Map(folderRows.map(({ id, ...stand }) => [id, stand])),
  };
}

/** Who uploaded a file or made a folder. */
interface Owner {
  ownerId: string | null;
}
