import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { requireFolder } from "../folders/index.ts";
import type { Transaction } from "../transaction.ts";
import { mostItems } from "./schema.ts";

/** A file that an act is about, as it stood before. */
export interface ClaimedFile {
  id: string;
  name: string;
  folderId: string | null;
  trashedAt: Date | null;
  uploadedById: string | null;
  companionOfId: string | null;
}

/** A folder that an act is about, as it stood before. */
export interface ClaimedFolder {
  id: string;
  name: string;
  parentId: string | null;
  trashedAt: Date | null;
  createdById: string | null;
}

/** What an act is about. */
export interface Claimed {
  /** Those asked for. */
  files: ClaimedFile[];
  folders: ClaimedFolder[];
  /** What accompanies the files and goes where they go. */
  companions: ClaimedFile[];
}

/** Which items are meant. */
interface Asked {
  fileIds: readonly string[];
  folderIds: readonly string[];
  everythingIn?: { folderId: string | null } | undefined;
}

/**
 * Locks items of a library with what accompanies them, to change them.
 * @throws as `chooseItems`, and FORBIDDEN for another's
 */
export async function claimItems(
  ctx: Transaction<LibraryContext>,
  asked: Asked,
  where: "library" | "trash",
): Promise<Claimed> {
  const claimed = await chooseItems(ctx, asked, where);
  requireOwn(ctx, [
    ...claimed.files.map(({ uploadedById }) => uploadedById),
    ...claimed.folders.map(({ createdById }) => createdById),
  ]);
  return claimed;
}

/**
 * Locks items of a library with what accompanies them, and refuses the whole act for one that is not where it should be. What a
 * folder took along into the trash is not there by itself.
 * @throws NOT_FOUND for one that is missing, of another library or on the other side of the trash; INVALID for too many
 */
export async function chooseItems(
  ctx: Transaction<LibraryContext>,
  asked: Asked,
  where: "library" | "trash",
): Promise<Claimed> {
  const all = asked.everythingIn ? await everythingIn(ctx, asked.everythingIn.folderId) : null;
  const fileIds = new Set([...asked.fileIds, ...(all?.fileIds ?? [])]);
  const folderIds = new Set([...asked.folderIds, ...(all?.folderIds ?? [])]);
  const isTrashed = where === "trash";
  const folders = await lockFolders(ctx, folderIds, isTrashed);
  const rows = await lockFiles(ctx, fileIds, isTrashed);
  const files = rows.filter(({ id }) => fileIds.has(id));
  if (folders.length < folderIds.size) throw notFound("folder");
  if (files.length < fileIds.size) throw notFound("file");
  return { files, folders, companions: rows.filter(({ id }) => !fileIds.has(id)) };
}

/** @param owners of what an act is about. @throws FORBIDDEN when something is neither the principal's nor theirs to change */
export function requireOwn(ctx: LibraryContext, owners: readonly (string | null)[]): void {
  if (owners.every((userId) => mayChangeOf(ctx, userId))) return;
  throw new DomainError(
    "FORBIDDEN",
    "You may change only what you uploaded or made. Ask an admin of the library.",
  );
}

/** Locked in the order of their ids, so that two acts on the same rows wait for each other instead of in a circle. */
async function lockFolders(
  ctx: Transaction<LibraryContext>,
  folderIds: ReadonlySet<string>,
  isTrashed: boolean,
): Promise<ClaimedFolder[]> {
  if (folderIds.size === 0) return [];
  return ctx.db.$queryRaw<ClaimedFolder[]>`
    SELECT id, name, parent_id AS "parentId", trashed_at AS "trashedAt", created_by_id AS "createdById" FROM folders
    WHERE library_id = ${ctx.access.libraryId}::uuid AND id = ANY(${[...folderIds]}::uuid[])
      AND (trashed_at IS NOT NULL) = ${isTrashed} AND trashed_with_id IS NULL
    ORDER BY id FOR UPDATE`;
}

async function lockFiles(
  ctx: Transaction<LibraryContext>,
  fileIds: ReadonlySet<string>,
  isTrashed: boolean,
): Promise<ClaimedFile[]> {
  if (fileIds.size === 0) return [];
  const wanted = [...fileIds];
  return ctx.db.$queryRaw<ClaimedFile[]>`
    SELECT id, name, folder_id AS "folderId", trashed_at AS "trashedAt", uploaded_by_id AS "uploadedById",
           companion_of_id AS "companionOfId"
    FROM files
    WHERE library_id = ${ctx.access.libraryId}::uuid AND purged_at IS NULL
      AND (trashed_at IS NOT NULL) = ${isTrashed} AND trashed_with_id IS NULL
      AND (id = ANY(${wanted}::uuid[]) OR companion_of_id = ANY(${wanted}::uuid[]))
    ORDER BY id FOR UPDATE`;
}

/** @throws NOT_FOUND for a folder that is not there, INVALID when it holds more than one act takes */
async function everythingIn(
  ctx: Transaction<LibraryContext>,
  folderId: string | null,
): Promise<{ fileIds: string[]; folderIds: string[] }> {
  const { libraryId } = ctx.access;
  await requireFolder(ctx, folderId);
  const here = { libraryId, trashedAt: null };
  const select = { id: true } as const;
  const take = mostItems + 1;
  const folders = await ctx.db.folder.findMany({ where: { ...here, parentId: folderId }, select, take });
  const files = await ctx.db.file.findMany({
    where: { ...here, folderId, companionOfId: null, purgedAt: null },
    select,
    take,
  });
  if (folders.length + files.length > mostItems) {
    throw new DomainError(
      "INVALID",
      `There are more than ${mostItems.toLocaleString("en")} files and folders here. Choose fewer at a time.`,
    );
  }
  return { fileIds: files.map(({ id }) => id), folderIds: folders.map(({ id }) => id) };
}
