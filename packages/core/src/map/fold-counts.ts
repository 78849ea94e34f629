import type { Context } from "../context.ts";

/** So many new rows are folded at once: fewer cost a reader next to nothing. */
const worthFolding = 1_000;

/**
 * Folds the counts of the map: the rows that changes of files have added become one row a square, or none where they add up to nothing. In one
 * statement, so that a reader sees either; rows that another process is folding are left to it.
 * @param after where the last pass ended; null for the first pass of a process
 * @returns where this pass ended
 */
export async function foldMapCounts(ctx: Context, after: bigint | null): Promise<bigint> {
  const place = await lastCount(ctx);
  if (after === null) return place;
  const fresh = await ctx.db.mapCount.count({ where: { id: { gt: after } } });
  if (fresh < worthFolding) return after;
  await ctx.db.$executeRaw`
    WITH grown AS (
      SELECT DISTINCT library_id, level, square FROM map_counts WHERE id > ${after}
    ), gone AS (
      DELETE FROM map_counts WHERE id IN (
        SELECT c.id FROM map_counts c JOIN grown USING (library_id, level, square) FOR UPDATE OF c SKIP LOCKED
      )
      RETURNING library_id, level, square, files, latitudes, longitudes
    )
    INSERT INTO map_counts (library_id, level, square, files, latitudes, longitudes)
    SELECT library_id, level, square, sum(files), sum(latitudes), sum(longitudes) FROM gone
    GROUP BY library_id, level, square
    HAVING sum(files) <> 0 OR sum(latitudes) <> 0 OR sum(longitudes) <> 0`;
  return lastCount(ctx);
}

async function lastCount({ db }: Context): Promise<bigint> {
  const { _max } = await db.mapCount.aggregate({ _max: { id: true } });
  return _max.id ?? 0n;
}
