import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type ChosenFiles, listChosenFiles, pictureUrls } from "../files/index.ts";
import type { FilePage } from "../files/schema.ts";
import { mayChangeAlbum } from "./lock.ts";
import { type AlbumSummary, ListAlbumFiles } from "./schema.ts";

/** An album with the columns that its cover is shown by; `id` is the cover's. */
type AlbumRow = Omit<AlbumSummary, "cover" | "mayChange"> &
  Omit<Parameters<typeof pictureUrls>[0], "id"> & {
    id: string | null;
    createdById: string | null;
    thumbhash: Buffer | null;
  };

const live = "f.trashed_at IS NULL AND f.companion_of_id IS NULL";
const statement = {
  name: "albums-list",
  text: `
    SELECT a.id AS "albumId", a.parent_id AS "parentId", a.name, a.description, a.created_by_id AS "createdById",
           (SELECT count(*)::int FROM album_files p JOIN files f ON f.id = p.file_id
            WHERE p.album_id = a.id AND ${live}) AS "fileCount",
           c.id, c.kind, c.thumbhash, c.thumbnail_status AS "thumbnailStatus",
           c.thumbnail_done_version AS "thumbnailDoneVersion", c.variants_status AS "variantsStatus"
    FROM albums a
    LEFT JOIN files c ON c.id = coalesce(
      (SELECT f.id FROM files f WHERE f.id = a.cover_file_id AND ${live}),
      (SELECT f.id FROM album_files p JOIN files f ON f.id = p.file_id
       WHERE p.album_id = a.id AND ${live} ORDER BY p.position, p.file_id LIMIT 1))
    WHERE a.library_id = $1
    ORDER BY a.name COLLATE natural_order, a.id`,
};
const inAlbum: ChosenFiles = {
  name: "album",
  join: "JOIN album_files chosen ON chosen.file_id = f.id AND chosen.album_id = $4",
  key: { sql: "chosen.position", type: "bigint" },
  direction: "ASC",
};

/** All albums of the library by name, each with the album it is in: whoever shows them makes the tree. */
export async function listAlbums(ctx: LibraryContext): Promise<AlbumSummary[]> {
  const rows = await ctx.sql.read<AlbumRow & Record<string, unknown>>(statement, [ctx.access.libraryId]);
  return rows.map((row) => ({
    albumId: row.albumId,
    parentId: row.parentId,
    name: row.name,
    description: row.description,
    fileCount: row.fileCount,
    cover:
      row.id === null
        ? null
        : {
            fileId: row.id,
            thumbhash: row.thumbhash?.toString("base64") ?? null,
            pictures: pictureUrls({ ...row, id: row.id }),
          },
    mayChange: mayChangeAlbum(ctx, row),
  }));
}

/** One page of an album's files, in its order. @throws NOT_FOUND for an album of another library, INVALID for a made-up cursor */
export async function listAlbumFiles(ctx: LibraryContext, input: ListAlbumFiles): Promise<FilePage> {
  const { albumId, cursor, limit } = ListAlbumFiles.parse(input);
  const { libraryId } = ctx.access;
  const album = await ctx.db.album.findFirst({ where: { id: albumId, libraryId }, select: { id: true } });
  if (!album) throw notFound("album");
  return listChosenFiles(ctx, inAlbum, { chooserId: albumId, cursor, limit });
}
