import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { recordFolderEvents } from "../events/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { requireFolder } from "./access.ts";
import { findFolderByPath } from "./find-by-path.ts";
import { lockTree } from "./lock-tree.ts";
import { CreateFolder, FolderName } from "./schema.ts";

/** Makes a folder. @throws CONFLICT when its parent has one of that name, letter case aside */
export async function createFolder(ctx: LibraryContext, input: CreateFolder): Promise<{ folderId: string }> {
  const { parentId, name } = CreateFolder.parse(input);
  return transaction(ctx, async (ctx) => {
    await lockTree(ctx, ctx.access.libraryId, "to add");
    await requireFolder(ctx, parentId);
    const { folderId, made } = await findOrMake(ctx, { parentId, name });
    if (!made)
      throw new DomainError("CONFLICT", `There is a folder named "${name}" here. Choose another name.`);
    return { folderId };
  });
}

/**
 * Finds or makes the folders of a path below a folder, as a dropped folder needs them.
 * @param path slash separated; empty for the folder itself
 * @throws INVALID when a part of the path is no folder name
 */
export async function ensureFolders(
  ctx: LibraryContext,
  { folderId, path }: { folderId: string | null; path: string },
): Promise<string | null> {
  const names = path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .map(folderNameOf);
  const known = names.length > 0 ? await findFolderByPath(ctx, { folderId, names }) : null;
  if (known) return known;
  if (names.length === 0) {
    await requireFolder(ctx, folderId);
    return folderId;
  }
  return transaction(ctx, async (ctx) => {
    await lockTree(ctx, ctx.access.libraryId, "to add");
    await requireFolder(ctx, folderId);
    let parentId = folderId;
    for (const name of names) parentId = (await findOrMake(ctx, { parentId, name })).folderId;
    return parentId;
  });
}

function folderNameOf(part: string): string {
  const name = FolderName.safeParse(part);
  if (name.success && part !== "..") return name.data;
  throw new DomainError("INVALID", "The folder path holds a name that Alcoves cannot use.");
}

/** Two at once make one folder: a unique index lets the second find the first's. */
async function findOrMake(
  ctx: Transaction<LibraryContext>,
  { parentId, name }: { parentId: string | null; name: string },
): Promise<{ folderId: string; made: boolean }> {
  const { libraryId } = ctx.access;
  const userId = "userId" in ctx.principal ? ctx.principal.userId : null;
  const made = await ctx.db.$queryRaw<{ id: string }[]>`
    INSERT INTO folders (library_id, parent_id, name, created_by_id)
    VALUES (${libraryId}::uuid, ${parentId}::uuid, ${name}, ${userId}::uuid)
    ON CONFLICT DO NOTHING RETURNING id`;
  if (made[0]) {
    await recordActivity(ctx, "folder.created", { folderId: made[0].id, name });
    await recordFolderEvents(ctx, [parentId]);
    return { folderId: made[0].id, made: true };
  }
  const [known] = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM folders
    WHERE library_id = ${libraryId}::uuid AND parent_id IS NOT DISTINCT FROM ${parentId}::uuid
      AND lower(name) = lower(${name}) AND trashed_at IS NULL`;
  if (!known) throw new DomainError("CONFLICT", `The folder "${name}" is being changed. Try again.`);
  return { folderId: known.id, made: false };
}
