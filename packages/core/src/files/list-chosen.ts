import type { LibraryContext } from "../context.ts";
import { type KeyType, keysetCursor, readKeyset } from "../keyset-cursor.ts";
import { askerOf } from "./list.ts";
import { type SummaryRow, summarySql, toSummary } from "./rows.ts";
import type { FilePage } from "./schema.ts";
import { marksJoin } from "./tile-rows.ts";

/** Files that rows of another table choose, whatever their folder: those of a tag, an album, a person's favourites. */
export interface ChosenFiles {
  /** Of the listing: its statements and its cursors are called by it. */
  name: string;
  /** SQL that joins the rows that choose as `chosen` to `files f`; who or what chooses is `$4`. */
  join: string;
  /** What they are sorted by before their ids. */
  key: { sql: string; type: KeyType };
  direction: "ASC" | "DESC";
}

/** Which page is asked for, of what was chosen by whom. */
interface ChosenPage {
  chooserId: string;
  cursor: string | null | undefined;
  limit: number;
}

/** One page of the library's files that something chooses; trashed files and companions are left out. @throws INVALID for a made-up cursor */
export async function listChosenFiles(
  ctx: LibraryContext,
  chosen: ChosenFiles,
  { chooserId, cursor, limit }: ChosenPage,
): Promise<FilePage> {
  const keys = readKeyset(cursor, { order: chosen.name, types: [chosen.key.type, "uuid"] });
  const statement = chosenStatement(chosen, { isFirst: keys === null });
  const rows = await ctx.sql.read<SummaryRow & { keys: string[] }>(statement, [
    ctx.access.libraryId,
    askerOf(ctx),
    limit + 1,
    chooserId,
    ...(keys ?? []),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    files: page.map(toSummary),
    nextCursor: rows.length > limit && last ? keysetCursor(chosen.name, last.keys) : null,
  };
}

/** The page first, then what else is said of its files: else the planner may join everything before it cuts the page. */
function chosenStatement({ name, join, key, direction }: ChosenFiles, { isFirst }: { isFirst: boolean }) {
  const after = `AND (${key.sql}, f.id) ${direction === "ASC" ? ">" : "<"} ($5::${key.type}, $6::uuid)`;
  return {
    name: `files-chosen-${name}-${isFirst ? "first" : "next"}`,
    text: `
      SELECT ${summarySql}, ARRAY[f.sort_key::text, f.id::text] AS keys
      FROM (
        SELECT f.*, ${key.sql} AS sort_key FROM files f ${join}
        WHERE f.library_id = $1 AND f.trashed_at IS NULL AND f.companion_of_id IS NULL ${isFirst ? "" : after}
        ORDER BY ${key.sql} ${direction}, f.id ${direction} LIMIT $3
      ) f
      ${marksJoin("$2::uuid")}
      ORDER BY f.sort_key ${direction}, f.id ${direction}`,
  };
}
