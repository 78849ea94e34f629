import { isAllowed } from "../access/schema.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";
import { requireOwn } from "./claim.ts";

/** A folder at or below one that an act is about. */
interface FolderBelow {
  id: string;
  /** The topmost folder of the act above it; itself for that one. */
  rootId: string;
}

/** Every folder at and below some that is not in the trash, each under the topmost of them. */
export async function foldersBelow(
  ctx: Transaction<LibraryContext>,
  folderIds: readonly string[],
): Promise<FolderBelow[]> {
  if (folderIds.length === 0) return [];
  const rows = await ctx.db.$queryRaw<FolderBelow[]>`
    WITH RECURSIVE below AS (
      SELECT id, id AS root_id FROM folders WHERE id = ANY(${folderIds}::uuid[]) AND trashed_at IS NULL
      UNION ALL
      SELECT d.id, below.root_id FROM folders d JOIN below ON d.parent_id = below.id WHERE d.trashed_at IS NULL
    )
    SELECT id, root_id AS "rootId" FROM below`;
  const lower = new Set(rows.flatMap(({ id, rootId }) => (id === rootId ? [] : [id])));
  return rows.filter(({ rootId }) => !lower.has(rootId));
}

/** @throws FORBIDDEN when folders hold anything, however deep, that is not the principal's to change */
export async function requireOwnBelow(
  ctx: Transaction<LibraryContext>,
  below: readonly FolderBelow[],
): Promise<void> {
  if (below.length === 0 || isAllowed(ctx.access, "change files of others")) return;
  const ids = below.map(({ id }) => id);
  const owners = await ctx.db.$queryRaw<{ userId: string | null }[]>`
    SELECT DISTINCT created_by_id AS "userId" FROM folders WHERE id = ANY(${ids}::uuid[])
    UNION
    SELECT DISTINCT uploaded_by_id FROM files WHERE folder_id = ANY(${ids}::uuid[]) AND trashed_at IS NULL`;
  requireOwn(
    ctx,
    owners.map(({ userId }) => userId),
  );
}

/** @throws INVALID when a folder would come to stand in itself or in a folder below it */
export async function requireOutside(
  ctx: Transaction<LibraryContext>,
  folderIds: readonly string[],
  targetId: string | null,
): Promise<void> {
  if (targetId === null || folderIds.length === 0) return;
  const inside = await ctx.db.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, name, parent_id FROM folders WHERE id = ${targetId}::uuid
      UNION ALL
      SELECT d.id, d.name, d.parent_id FROM folders d JOIN up ON d.id = up.parent_id
    )
    SELECT name FROM up WHERE id = ANY(${folderIds}::uuid[]) LIMIT 1`;
  if (inside[0]) {
    throw new DomainError(
      "INVALID",
      `The folder “${inside[0].name}” cannot go into itself or a folder inside it. Choose another place.`,
    );
  }
}
