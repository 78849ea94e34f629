import { z } from "zod";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { AlbumShare } from "./find.ts";
import { type ItemRow, itemColumns } from "./items.ts";
import { fileIdIn, referenceOf } from "./reference.ts";

/** Where a file stands in its album. */
export interface AlbumPlace {
  position: number;
  fileId: string;
}

/** A file of an album with its place. */
export interface PlacedRow {
  place: AlbumPlace;
  file: ItemRow;
}

/** What of its files an album shows: none in the trash, nor what only accompanies others. */
const shown = { trashedAt: null, purgedAt: null, companionOfId: null };

const ascending = [{ position: "asc" }, { fileId: "asc" }] as const;
const descending = [{ position: "desc" }, { fileId: "desc" }] as const;

/** @returns how many files the visitors of an album see */
export function countAlbumFiles({ db }: Context, { album, libraryId }: AlbumShare): Promise<number> {
  return db.albumFile.count({ where: { albumId: album.id, file: { ...shown, libraryId } } });
}

/** Files of a shared album in its order, behind a place; null for from its beginning. */
export async function listAlbumFiles(
  { db }: Context,
  { album, libraryId }: AlbumShare,
  { after, limit }: { after: AlbumPlace | null; limit: number },
): Promise<PlacedRow[]> {
  const rows = await db.albumFile.findMany({
    where: {
      albumId: album.id,
      file: { ...shown, libraryId },
      ...(after && {
        OR: [
          { position: { gt: after.position } },
          { position: after.position, fileId: { gt: after.fileId } },
        ],
      }),
    },
    orderBy: [...ascending],
    take: limit,
    select: { position: true, fileId: true, file: { select: itemColumns } },
  });
  return rows.map(({ file, ...place }) => ({ place, file }));
}

/** @returns a file of a shared album with its place; null for one that is not, or no more, among what it shows */
export async function findAlbumFile(
  { db }: Context,
  { album, libraryId }: AlbumShare,
  fileId: string,
): Promise<PlacedRow | null> {
  const row = await db.albumFile.findFirst({
    where: { albumId: album.id, fileId, file: { ...shown, libraryId } },
    select: { position: true, fileId: true, file: { select: itemColumns } },
  });
  return row && { place: { position: row.position, fileId: row.fileId }, file: row.file };
}

/** @returns ids of the files before and after a place; null at both ends */
export async function findBeside(
  ctx: Context,
  share: AlbumShare,
  place: AlbumPlace,
): Promise<{ previous: string | null; next: string | null }> {
  const { album, libraryId } = share;
  const before = await ctx.db.albumFile.findFirst({
    where: {
      albumId: album.id,
      file: { ...shown, libraryId },
      OR: [{ position: { lt: place.position } }, { position: place.position, fileId: { lt: place.fileId } }],
    },
    orderBy: [...descending],
    select: { fileId: true },
  });
  const [next] = await listAlbumFiles(ctx, share, { after: place, limit: 1 });
  return { previous: before?.fileId ?? null, next: next?.file.id ?? null };
}

/** The picture that stands for a shared album: the chosen one while it is in it, else its first file. */
export async function findCover(ctx: Context, share: AlbumShare): Promise<ItemRow | null> {
  const { coverFileId } = share.album;
  const chosen = coverFileId ? await findAlbumFile(ctx, share, coverFileId) : null;
  if (chosen) return chosen.file;
  const [first] = await listAlbumFiles(ctx, share, { after: null, limit: 1 });
  return first?.file ?? null;
}

const Cursor = z.tuple([
  z.coerce
    .number()
    .int()
    .min(-(2 ** 31))
    .max(2 ** 31 - 1),
  z.string(),
]);

/** @returns the cursor that `placeOf` reads: it names a file as the share does */
export function cursorAt(ctx: Context, share: AlbumShare, { position, fileId }: AlbumPlace): string {
  return `${position}.${referenceOf(ctx.services, share, fileId)}`;
}

/** @returns the place that a cursor stands for; null for the beginning. @throws INVALID for a made-up one */
export function placeOf(
  ctx: Context,
  share: AlbumShare,
  cursor: string | null | undefined,
): AlbumPlace | null {
  if (!cursor) return null;
  const read = Cursor.safeParse(/^(-?\d{1,10})\.([\w-]{22})$/.exec(cursor)?.slice(1));
  const fileId = read.success ? fileIdIn(ctx.services, share, read.data[1]) : null;
  if (!read.success || fileId === null)
    throw new DomainError("INVALID", "This page address is damaged. Open the link again.");
  return { position: read.data[0], fileId };
}
