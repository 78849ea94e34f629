import { type CellRange, finestLevel } from "./cells.ts";
import { mapped, squaresSql } from "./mapped.ts";

/** Grids whose squares are counted as files come and go (`map_counts`), the coarser first. */
const countedLevels = [12, 18] as const;

type CountedLevel = (typeof countedLevels)[number];

/** @returns the coarsest of the counted grids that has a square in each of these; null where all are too fine */
export function countedLevelFor(cells: readonly CellRange[]): CountedLevel | null {
  const [cell] = cells;
  const finestSquares = cell ? cell.last - cell.first + 1 : 0;
  return countedLevels.find((level) => finestSquares >= 4 ** (finestLevel - level)) ?? null;
}

/**
 * The clusters of squares as sums over the squares of a counted grid, of which each gives its newest file by one look into an index: so it
 * does not matter how many files there are. Columns as `scannedSql` has them.
 */
export function countedSql(level: CountedLevel): string {
  const bits = 2 * (finestLevel - level);
  return `
    SELECT square.first, sum(counted.files) AS count, sum(counted.latitudes) / sum(counted.files) / 1e7 AS latitude,
           sum(counted.longitudes) / sum(counted.files) / 1e7 AS longitude,
           (array_agg(newest.id ORDER BY newest.filed_at DESC, newest.id DESC))[1] AS newest
    FROM ${squaresSql}
    JOIN LATERAL (
      SELECT c.square, sum(c.files) AS files, sum(c.latitudes) AS latitudes, sum(c.longitudes) AS longitudes
      FROM map_counts c
      WHERE c.library_id = $1 AND c.level = ${level}
        AND c.square BETWEEN square.first >> ${bits} AND square.last >> ${bits}
      GROUP BY c.square HAVING sum(c.files) > 0
    ) counted ON true
    CROSS JOIN LATERAL (
      SELECT f.id, f.filed_at FROM files f
      WHERE f.library_id = $1 AND map_cell(f.latitude, f.longitude) >> ${bits} = counted.square AND ${mapped}
      ORDER BY f.filed_at DESC, f.id DESC LIMIT 1
    ) newest
    GROUP BY square.first`;
}
