import { Buffer } from "node:buffer";
import type { File } from "@alcoves/db/models";
import { tilePictures } from "../variants/schema.ts";
import { shownVersionOf } from "./picture-urls.ts";
import { type FileKind, type TileFile, workOf } from "./schema.ts";

/** A wall clock has no zone: read as a date by the driver, it would become an instant of the server's zone. */
const filedAtMsSql = "(extract(epoch FROM f.filed_at) * 1000)::float8";

/** Whether a clip plays over the still: one that lies in it, or one beside it. */
const isLiveSql = `(f.motion_done_version > 0 OR EXISTS (
    SELECT FROM files c WHERE c.companion_of_id = f.id AND c.kind = 'video' AND c.trashed_at IS NULL))`;

/** Whether a page of duplicates shows it: most files are in no group, which one look at an index tells. */
const isDuplicateSql = `EXISTS (
    SELECT FROM likenesses own
    JOIN likenesses other ON other.library_id = own.library_id AND other.group_id = own.group_id AND other.file_id <> own.file_id
    JOIN files o ON o.id = other.file_id AND o.trashed_at IS NULL AND o.companion_of_id IS NULL
    WHERE own.file_id = f.id AND NOT (own.is_settled AND other.is_settled))`;

/** The columns a tile is made of, by their names in Prisma. */
export const tileColumns = {
  id: true,
  name: true,
  kind: true,
  mimeType: true,
  widthPx: true,
  heightPx: true,
  durationMs: true,
  thumbhash: true,
  metadataStatus: true,
  thumbnailStatus: true,
  thumbnailDoneVersion: true,
  variantsStatus: true,
  proxyStatus: true,
  hashStatus: true,
} as const;

/** What a tile shows that is found out about each file, and of whom asks. */
export type AskedOfTile = Pick<TileFile, "isDuplicate" | "isFavourite" | "ownRating">;

/** What makes `AskedOfTile` of `files f`; joined as `marksJoin` does. */
const askedSql = `${isDuplicateSql} AS "isDuplicate", coalesce(mark.is_favourite, false) AS "isFavourite", mark.rating AS "ownRating"`;

/** What a tile shows that is no column of the file. */
type BesideColumns = Pick<TileFile, "filedAtMs" | "isLive" | keyof AskedOfTile>;

/** A row with the columns of a tile, and what is not a column of the file. */
export type TileRow = Pick<File, keyof typeof tileColumns> & BesideColumns;

/** What makes a row with these columns of `files f`, and with what a tile shows beside them; joined as `marksJoin` does. */
export const columnsSql = (columns: object): string => `
  ${Object.keys(columns)
    .map((name) => `f.${snake(name)} AS "${name}"`)
    .join(", ")},
  ${filedAtMsSql} AS "filedAtMs", ${isLiveSql} AS "isLive", ${askedSql}`;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What makes a `TileRow` of `files f`, joined as `marksJoin` does. */
export const tileSql = columnsSql(tileColumns);

/** Joins what one person marked `files f` with. @param userId SQL of their id, null for nobody's */
export const marksJoin = (userId: string): string =>
  `LEFT JOIN file_marks mark ON mark.file_id = f.id AND mark.user_id = ${userId}`;

/** What is found out about the file $1 for the person $2. */
export const askedStatement = {
  name: "file-asked",
  text: `SELECT ${askedSql} FROM files f ${marksJoin("$2::uuid")} WHERE f.id = $1`,
};

/** What a row says of its tile but for its pictures. */
export function tileFacts(row: TileRow): Omit<TileFile, "pictures"> {
  return {
    fileId: row.id,
    name: row.name,
    kind: row.kind,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    durationMs: row.durationMs,
    filedAtMs: row.filedAtMs,
    thumbhash: row.thumbhash ? Buffer.from(row.thumbhash).toString("base64") : null,
    isLive: row.isLive,
    isRaw: isRaw(row),
    isDuplicate: row.isDuplicate,
    isFavourite: row.isFavourite,
    ownRating: row.ownRating,
    work: workOf((job) => row[`${job}Status`]),
  };
}

/** Turns a row into what any grid shows. */
export function toTile(row: TileRow): TileFile {
  // Into the same object: lists make hundreds of these at a time, and a copy of each costs more than all of its facts.
  return Object.assign(tileFacts(row), { pictures: tilePictures(row.id, shownVersionOf(row)) });
}

/** The types that cameras write unprocessed are all unregistered ones. */
export function isRaw({ kind, mimeType }: { kind: FileKind; mimeType: string }): boolean {
  return kind === "photo" && mimeType.startsWith("image/x-");
}
