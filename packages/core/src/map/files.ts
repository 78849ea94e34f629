import type { LibraryContext } from "../context.ts";
import { askerOf, marksJoin, type TileRow, tileSql, toTile } from "../files/index.ts";
import { keysetCursor, readKeyset } from "../keyset-cursor.ts";
import { cellsOf, finestLevel } from "./cells.ts";
import { inSquareSql, squaresSql, squareValues } from "./mapped.ts";
import { ListMapFiles, type MapBounds, type MapFilesPage } from "./schema.ts";

/** Few and large: only the squares at the edges hold what is out of view. */
const mostSquares = 64;

const order = "map";

/** One page of the files in view, newest first. @throws INVALID for a made-up cursor */
export async function listMapFiles(ctx: LibraryContext, input: ListMapFiles): Promise<MapFilesPage> {
  const { bounds, cursor, limit } = ListMapFiles.parse(input);
  const keys = readKeyset(cursor, { order, types: ["timestamp", "uuid"] });
  const cells = cellsOf(bounds, { level: finestLevel, most: mostSquares });
  const { south, north, west, east } = upright(bounds);
  const rows = await ctx.sql.read<TileRow & { keys: string[] }>(
    statementOf({ isWhole: west <= east, isFirst: keys === null }),
    [
      ...squareValues(ctx.access.libraryId, cells),
      ...[askerOf(ctx), limit + 1, south, north, west, east],
      ...(keys ?? []),
    ],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    files: page.map(toTile),
    nextCursor: rows.length > limit && last ? keysetCursor(order, last.keys) : null,
  };
}

/** Whichever of the two latitudes was named first. */
function upright({ north, south, ...sides }: MapBounds): MapBounds {
  return { north: Math.max(north, south), south: Math.min(north, south), ...sides };
}

/**
 * The page is found from the index alone, then what its tiles show. Square by square, behind `OFFSET 0`: the planner would else go through
 * the timeline and work out the square of every file for each of these.
 * @param kind.isWhole the view does not go over the antimeridian
 */
export function statementOf({ isWhole, isFirst }: { isWhole: boolean; isFirst: boolean }) {
  const text = `
    SELECT ${tileSql}, ARRAY[f.filed_at::text, f.id::text] AS keys
    FROM (
      SELECT near.id FROM ${squaresSql} CROSS JOIN LATERAL (
        SELECT f.id, f.filed_at FROM files f
        WHERE ${inSquareSql} AND f.latitude BETWEEN $6 AND $7
          AND ${isWhole ? "f.longitude BETWEEN $8 AND $9" : "(f.longitude >= $8 OR f.longitude <= $9)"}
          ${isFirst ? "" : "AND (f.filed_at, f.id) < ($10::timestamp, $11::uuid)"}
        OFFSET 0
      ) near
      ORDER BY near.filed_at DESC, near.id DESC LIMIT $5
    ) page
    JOIN files f ON f.id = page.id
    ${marksJoin("$4::uuid")}
    ORDER BY f.filed_at DESC, f.id DESC`;
  return { name: `map-files-${isWhole ? "whole" : "split"}-${isFirst ? "first" : "next"}`, text };
}
