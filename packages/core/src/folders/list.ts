import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { requireFolder } from "./access.ts";
import { type FolderPath, type FolderSummary, InFolder } from "./schema.ts";

/** What is counted stands in an index of its folder; a condition for the top and one for a folder, for each its index. */
const listStatement = (isTop: boolean) => ({
  name: isTop ? "folders-list-top" : "folders-list",
  text: `
    SELECT d.id AS "folderId", d.name, d.created_by_id AS "createdById",
           (SELECT count(*)::int FROM files f
            WHERE f.library_id = d.library_id AND f.folder_id = d.id
              AND f.trashed_at IS NULL AND f.companion_of_id IS NULL) AS "fileCount",
           (SELECT count(*)::int FROM folders c WHERE c.parent_id = d.id AND c.trashed_at IS NULL) AS "folderCount"
    FROM folders d
    WHERE d.library_id = $1 AND d.parent_id ${isTop ? "IS NULL" : "= $2::uuid"} AND d.trashed_at IS NULL
    ORDER BY d.name COLLATE natural_order, d.id`,
});
const pathStatement = {
  name: "folders-path",
  text: `
    WITH RECURSIVE up AS (
      SELECT id, name, parent_id, 0 AS depth FROM folders WHERE id = $2 AND library_id = $1 AND trashed_at IS NULL
      UNION ALL
      SELECT f.id, f.name, f.parent_id, up.depth + 1 FROM folders f JOIN up ON f.id = up.parent_id
    )
    SELECT id AS "folderId", name FROM up ORDER BY depth DESC`,
};

/** The folders directly inside a folder, or at the top, in natural order. @throws NOT_FOUND for a folder of another library */
export async function listFolders(ctx: LibraryContext, input: InFolder): Promise<FolderSummary[]> {
  const { folderId } = InFolder.parse(input);
  await requireFolder(ctx, folderId);
  const rows = await ctx.sql.read<Omit<FolderSummary, "mayChange"> & { createdById: string | null }>(
    listStatement(folderId === null),
    [ctx.access.libraryId, ...(folderId === null ? [] : [folderId])],
  );
  return rows.map(({ createdById, ...folder }) => ({ ...folder, mayChange: mayChangeOf(ctx, createdById) }));
}

/** The way from the top down to a folder. @throws NOT_FOUND for a folder of another library */
export async function getFolderPath(ctx: LibraryContext, input: InFolder): Promise<FolderPath> {
  const { folderId } = InFolder.parse(input);
  if (folderId === null) return [];
  const path = await ctx.sql.read<{ folderId: string; name: string }>(pathStatement, [
    ctx.access.libraryId,
    folderId,
  ]);
  if (path.length === 0) throw notFound("folder");
  return path;
}
