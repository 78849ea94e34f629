import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Transaction } from "../transaction.ts";

/** Positions are so far apart when they are given anew: some files fit between two without that. Room for eight million files. */
const gap = 256;
/** Positions are stored in four bytes. */
const furthest = 2 ** 31 - 1;

/** Files of a locked album, and the file they go before. */
interface Placing {
  albumId: string;
  /** Each once. */
  fileIds: readonly string[];
  /** None of those; null for the end. */
  before: string | null;
}

/**
 * Gives files of a locked album their place: between their neighbours while there is room, else all positions are given anew.
 * @throws NOT_FOUND when the file they go before is not in the album
 */
export async function placeFiles(ctx: Transaction<LibraryContext>, placing: Placing): Promise<void> {
  const { lower, upper } = await neighboursOf(ctx, placing);
  const positions = positionsBetween({ lower, upper, count: placing.fileIds.length });
  if (!positions) return renumber(ctx, placing);
  await ctx.db.$executeRaw`
    UPDATE album_files a SET position = asked.position
    FROM unnest(${placing.fileIds}::uuid[], ${positions}::int[]) AS asked(file_id, position)
    WHERE a.album_id = ${placing.albumId}::uuid AND a.file_id = asked.file_id`;
}

/** Gives all files of a locked album their places anew. @param order every file of it, once */
export async function orderAnew(
  { db }: Transaction<LibraryContext>,
  albumId: string,
  order: readonly string[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE album_files a SET position = asked.place * ${gap}::int
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS asked(file_id, place)
    WHERE a.album_id = ${albumId}::uuid AND a.file_id = asked.file_id`;
}

/** Positions of the two files that the others go between; nulls where there is none. */
interface Neighbours {
  lower: number | null;
  upper: number | null;
}

async function neighboursOf({ db }: Transaction<LibraryContext>, placing: Placing): Promise<Neighbours> {
  const { albumId, fileIds, before } = placing;
  const place =
    before && (await db.albumFile.findUnique({ where: { albumId_fileId: { albumId, fileId: before } } }));
  if (before && !place) throw notFound("file");
  const upper = place ? place.position : null;
  const [row] = await db.$queryRaw<{ lower: number | null }[]>`
    SELECT max(position) AS lower FROM album_files
    WHERE album_id = ${albumId}::uuid AND position < ${upper ?? furthest}::int AND file_id <> ALL(${fileIds}::uuid[])`;
  return { lower: row?.lower ?? null, upper };
}

/** @returns null when there is no room */
function positionsBetween({ lower, upper, count }: Neighbours & { count: number }): number[] | null {
  const room = gap * (count + 1);
  const from = lower ?? (upper === null ? 0 : upper - room);
  const to = upper ?? from + room;
  const step = Math.floor((to - from) / (count + 1));
  if (step < 1 || to > furthest || from < -furthest) return null;
  return Array.from({ length: count }, (_, at) => from + step * (at + 1));
}

/** Those that move stand at the place of the file they go before, ahead of it and in their own order. */
async function renumber({ db }: Transaction<LibraryContext>, placing: Placing): Promise<void> {
  const { albumId, fileIds, before } = placing;
  await db.$executeRaw`
    UPDATE album_files a SET position = numbered.place * ${gap}::int
    FROM (
      SELECT f.file_id, row_number() OVER (
        ORDER BY CASE WHEN moved.place IS NULL THEN f.position ELSE coalesce(b.position, ${furthest}::int) END,
                 moved.place NULLS LAST, f.file_id
      ) AS place
      FROM album_files f
      LEFT JOIN unnest(${fileIds}::uuid[]) WITH ORDINALITY AS moved(file_id, place) ON moved.file_id = f.file_id
      LEFT JOIN album_files b ON b.album_id = f.album_id AND b.file_id = ${before}::uuid
      WHERE f.album_id = ${albumId}::uuid
    ) numbered
    WHERE a.album_id = ${albumId}::uuid AND a.file_id = numbered.file_id`;
}
