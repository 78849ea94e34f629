import type { File } from "@alcoves/db/models";
import type { LibraryContext } from "../context.ts";
import { shownVersionOf } from "../files/index.ts";
import { cellsOf } from "./cells.ts";
import { inSquareSql, squaresSql, squareValues } from "./mapped.ts";
import { type MapCluster, ShowClusters } from "./schema.ts";

/** A zoom counts the world by tiles of 256 px; a cluster's square is a quarter as wide. */
const levelsBelowTile = 2;

/** Most squares of one answer: a view of 2,048 × 1,024 px has 512, and those at its edges. */
const mostSquares = 640;

/** Each square is a stretch of the index, read for its sums and once more for its newest file. */
const statement = {
  name: "map-clusters",
  text: `
    SELECT sums.count::int, sums.latitude, sums.longitude, f.id, f.kind,
           f.thumbnail_status AS "thumbnailStatus", f.thumbnail_done_version AS "thumbnailDoneVersion",
           f.variants_status AS "variantsStatus"
    FROM ${squaresSql}
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, avg(f.latitude) AS latitude, avg(f.longitude) AS longitude
      FROM files f WHERE ${inSquareSql}
    ) sums
    CROSS JOIN LATERAL (
      SELECT f.id FROM files f WHERE ${inSquareSql} ORDER BY f.filed_at DESC, f.id DESC LIMIT 1
    ) newest
    JOIN files f ON f.id = newest.id
    ORDER BY sums.count DESC, f.id`,
};

/** A square with files. */
type ClusterRow = Pick<File, "id" | "kind" | "thumbnailStatus" | "thumbnailDoneVersion" | "variantsStatus"> &
  Pick<MapCluster, "count" | "latitude" | "longitude">;

/**
 * What a map shows within bounds, the most files first. The squares of a zoom are always the same, and one that the bounds touch is
 * shown whole: so nothing moves while a map is dragged.
 */
export async function showClusters(ctx: LibraryContext, input: ShowClusters): Promise<MapCluster[]> {
  const { bounds, zoom } = ShowClusters.parse(input);
  const cells = cellsOf(bounds, { level: zoom + levelsBelowTile, most: mostSquares });
  const rows = await ctx.sql.read<ClusterRow>(statement, squareValues(ctx.access.libraryId, cells));
  return rows.map(({ count, latitude, longitude, ...file }) => ({
    count,
    latitude,
    longitude,
    fileId: file.id,
    pictureVersion: shownVersionOf(file),
  }));
}
