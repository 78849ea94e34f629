import type { File } from "@alcoves/db/models";
import type { LibraryContext } from "../context.ts";
import { shownVersionOf } from "../files/index.ts";
import { type CellRange, cellsOf } from "./cells.ts";
import { countedLevelFor, countedSql } from "./counted.ts";
import { inSquareSql, squaresSql, squareValues } from "./mapped.ts";
import { type MapCluster, ShowClusters } from "./schema.ts";

/** A zoom counts the world by tiles of 256 px; a cluster's square is a quarter as wide. */
const levelsBelowTile = 2;

/** Most squares of one answer: a view of 2,048 × 1,024 px has 512, and those at its edges. */
const mostSquares = 640;

/** Each square is a stretch of the index, read for its sums and once more for its newest file: right for squares too small to be counted. */
const scannedSql = `
    SELECT square.first, sums.count, sums.latitude, sums.longitude, newest.id AS newest
    FROM ${squaresSql}
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, avg(f.latitude) AS latitude, avg(f.longitude) AS longitude
      FROM files f WHERE ${inSquareSql}
    ) sums
    CROSS JOIN LATERAL (
      SELECT f.id FROM files f WHERE ${inSquareSql} ORDER BY f.filed_at DESC, f.id DESC LIMIT 1
    ) newest`;

/** What is asked for the clusters within bounds at a zoom: the most files first. */
export function clustersQuery(libraryId: string, { bounds, zoom }: Pick<ShowClusters, "bounds" | "zoom">) {
  const cells = cellsOf(bounds, { level: zoom + levelsBelowTile, most: mostSquares });
  return { statement: statementFor(cells), values: squareValues(libraryId, cells) };
}

/** The statement for squares of the size of these. */
function statementFor(cells: readonly CellRange[]) {
  const level = countedLevelFor(cells);
  const text = `
    SELECT clusters.count::int, clusters.latitude::float8, clusters.longitude::float8, f.id, f.kind,
           f.thumbnail_status AS "thumbnailStatus", f.thumbnail_done_version AS "thumbnailDoneVersion",
           f.variants_status AS "variantsStatus"
    FROM (${level === null ? scannedSql : countedSql(level)}) clusters
    JOIN files f ON f.id = clusters.newest
    ORDER BY clusters.count DESC, f.id`;
  return { name: `map-clusters-${level ?? "scanned"}`, text };
}

/** A square with files. */
type ClusterRow = Pick<File, "id" | "kind" | "thumbnailStatus" | "thumbnailDoneVersion" | "variantsStatus"> &
  Pick<MapCluster, "count" | "latitude" | "longitude">;

/**
 * What a map shows within bounds, the most files first. The squares of a zoom are always the same, and one that the bounds touch is
 * shown whole: so nothing moves while a map is dragged.
 */
export async function showClusters(ctx: LibraryContext, input: ShowClusters): Promise<MapCluster[]> {
  const { statement, values } = clustersQuery(ctx.access.libraryId, ShowClusters.parse(input));
  const rows = await ctx.sql.read<ClusterRow>(statement, values);
  return rows.map(({ count, latitude, longitude, ...file }) => ({
    count,
    latitude,
    longitude,
    fileId: file.id,
    pictureVersion: shownVersionOf(file),
  }));
}
