import type { LibraryContext } from "../context.ts";

const live = "f.library_id = $1 AND f.trashed_at IS NULL";

/** Each step finds its folder by the index of names; the top of a library, which has no row, has a branch of its own for that. */
const pathStatement = {
  name: "folders-by-path",
  text: `
    WITH RECURSIVE way (id, depth) AS (
      (
        SELECT f.id, 1 FROM folders f
        WHERE $2::uuid IS NULL AND ${live} AND f.parent_id IS NULL AND lower(f.name) = lower(($3::text[])[1])
        UNION ALL
        SELECT f.id, 1 FROM folders f JOIN folders root ON root.id = f.parent_id AND root.trashed_at IS NULL
        WHERE f.parent_id = $2::uuid AND ${live} AND lower(f.name) = lower(($3::text[])[1])
      )
      UNION ALL
      SELECT f.id, way.depth + 1 FROM way JOIN folders f ON f.parent_id = way.id
      WHERE ${live} AND lower(f.name) = lower(($3::text[])[way.depth + 1])
    )
    SELECT id FROM way WHERE depth = cardinality($3::text[])`,
};

/**
 * Finds a folder by its path in one statement, however deep: of a dropped folder every file asks for its own.
 * @param path.names from below `folderId`, null for the top of the library; letter case does not count
 * @returns null when one of them is not there
 */
export async function findFolderByPath(
  { sql, access }: LibraryContext,
  { folderId, names }: { folderId: string | null; names: readonly string[] },
): Promise<string | null> {
  const [found] = await sql.read<{ id: string }>(pathStatement, [access.libraryId, folderId, names]);
  return found?.id ?? null;
}
