import type { CellRange } from "./cells.ts";

/** What a map shows of `files f`, by the words of the indexes that it is read from. */
export const mapped = `f.trashed_at IS NULL AND f.companion_of_id IS NULL AND f.kind IN ('photo', 'video')
  AND f.latitude IS NOT NULL AND f.longitude IS NOT NULL`;

/** Squares as rows `square`. Parameters: $2 their firsts, $3 their lasts. */
export const squaresSql = "unnest($2::bigint[], $3::bigint[]) AS square(first, last)";

/** The files of a library, $1, that lie in `square`. */
export const inSquareSql = `f.library_id = $1
  AND map_cell(f.latitude, f.longitude) BETWEEN square.first AND square.last AND ${mapped}`;

/** Values of the three parameters. */
export function squareValues(libraryId: string, cells: readonly CellRange[]): unknown[] {
  return [libraryId, cells.map(({ first }) => first), cells.map(({ last }) => last)];
}
