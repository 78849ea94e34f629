import type { LibraryContext } from "../context.ts";
import { cursorAfter, readCursor } from "../keyset-cursor.ts";
import { ListTrash, type TrashedFile, type TrashedFolder, type TrashPage } from "./schema.ts";
import { describeFiles, describeFolders } from "./trash-facts.ts";

interface PageRow {
  id: string;
  of: "file" | "folder";
  /** Seconds since 1970, as PostgreSQL writes them. */
  place: string;
}

/** The first page and the next ones are written apart, each table's part from its own index. */
const pageStatement = (isFirst: boolean) => {
  const after = isFirst ? "" : "AND (trashed_at, id) < (to_timestamp($3::numeric), $4::uuid)";
  return {
    name: isFirst ? "trash-page-first" : "trash-page-next",
    text: `
      SELECT id, "of", extract(epoch FROM trashed_at)::text AS place
      FROM (
        (SELECT id, 'file' AS "of", trashed_at FROM files
         WHERE library_id = $1 AND trashed_at IS NOT NULL AND purged_at IS NULL AND companion_of_id IS NULL
           AND trashed_with_id IS NULL ${after}
         ORDER BY trashed_at DESC, id DESC LIMIT $2)
        UNION ALL
        (SELECT id, 'folder', trashed_at FROM folders
         WHERE library_id = $1 AND trashed_at IS NOT NULL AND trashed_with_id IS NULL ${after}
         ORDER BY trashed_at DESC, id DESC LIMIT $2)
      ) shown
      ORDER BY trashed_at DESC, id DESC LIMIT $2`,
  };
};

/**
 * One page of what is in a library's trash by itself, latest first: files, and folders with what went there with them.
 * @throws INVALID for a made-up cursor
 */
export async function listTrash(ctx: LibraryContext, input: ListTrash): Promise<TrashPage> {
  const { cursor, limit } = ListTrash.parse(input);
  const { place, id } = readCursor(cursor);
  const rows = await ctx.sql.read<PageRow & Record<string, unknown>>(pageStatement(place === null), [
    ctx.access.libraryId,
    limit + 1,
    ...(place === null ? [] : [place, id]),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const idsOf = (of: PageRow["of"]) => page.filter((row) => row.of === of).map((row) => row.id);
  const facts = new Map<string, TrashedFile | TrashedFolder>([
    ...(await describeFiles(ctx, idsOf("file"))),
    ...(await describeFolders(ctx, idsOf("folder"))),
  ]);
  return {
    items: page.flatMap((row) => facts.get(row.id) ?? []),
    nextCursor: rows.length > limit && last ? cursorAfter({ place: last.place, id: last.id }) : null,
    days: ctx.services.trashDays,
  };
}
