import type { File } from "@alcoves/db/models";
import { pictureUrls } from "./picture-urls.ts";
import type { FileJob, FileKind, FileSummary, JobState, TileFile } from "./schema.ts";

/** A wall clock has no zone: read as a date by the driver, it would become an instant of the server's zone. */
export const filedAtMsSql = "(extract(epoch FROM f.filed_at) * 1000)::float8";

/** Whether a clip plays over the still: one that lies in it, or one beside it. */
export const isLiveSql = `(f.motion_done_version > 0 OR EXISTS (
    SELECT FROM files c WHERE c.companion_of_id = f.id AND c.kind = 'video' AND c.trashed_at IS NULL))`;

/** The columns a summary is made of, by their names in Prisma. */
export const summaryColumns = {
  id: true,
  folderId: true,
  name: true,
  kind: true,
  mimeType: true,
  sizeBytes: true,
  widthPx: true,
  heightPx: true,
  durationMs: true,
  capturedAt: true,
  capturedOffsetMinutes: true,
  createdAt: true,
  thumbhash: true,
  metadataStatus: true,
  metadataProgress: true,
  metadataEtaSeconds: true,
  metadataError: true,
  variantsStatus: true,
  variantsProgress: true,
  variantsEtaSeconds: true,
  variantsError: true,
  variantsDoneVersion: true,
  thumbnailStatus: true,
  thumbnailProgress: true,
  thumbnailEtaSeconds: true,
  thumbnailError: true,
  thumbnailDoneVersion: true,
  proxyStatus: true,
  proxyProgress: true,
  proxyEtaSeconds: true,
  proxyError: true,
  proxyDoneVersion: true,
  hashStatus: true,
  hashProgress: true,
  hashEtaSeconds: true,
  hashError: true,
  waveformStatus: true,
  waveformProgress: true,
  waveformEtaSeconds: true,
  waveformError: true,
  spritesStatus: true,
  spritesProgress: true,
  spritesEtaSeconds: true,
  spritesError: true,
  hlsStatus: true,
  hlsProgress: true,
  hlsEtaSeconds: true,
  hlsError: true,
  motionStatus: true,
  motionProgress: true,
  motionEtaSeconds: true,
  motionError: true,
} as const;

/** A row with the columns of a summary, and what is not a column of the file. */
export type SummaryRow = Pick<File, keyof typeof summaryColumns> &
  Pick<FileSummary, "filedAtMs" | "isLive" | "isFavourite" | "ownRating">;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What makes a `SummaryRow` of `files f`, joined as `marksJoin` does. */
export const summarySql = `
  ${Object.keys(summaryColumns)
    .map((name) => `f.${snake(name)} AS "${name}"`)
    .join(", ")},
  ${filedAtMsSql} AS "filedAtMs", ${isLiveSql} AS "isLive",
  coalesce(mark.is_favourite, false) AS "isFavourite", mark.rating AS "ownRating"`;

/** Joins what one person marked `files f` with. @param userId SQL of their id, null for nobody's */
export const marksJoin = (userId: string): string =>
  `LEFT JOIN file_marks mark ON mark.file_id = f.id AND mark.user_id = ${userId}`;

/** Turns a row into a tile of any grid. */
export function toTile(row: SummaryRow): TileFile {
  return {
    fileId: row.id,
    name: row.name,
    kind: row.kind,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    durationMs: row.durationMs,
    filedAtMs: row.filedAtMs,
    isLive: row.isLive,
    isRaw: isRaw(row),
    isFavourite: row.isFavourite,
    ownRating: row.ownRating,
    thumbhash: row.thumbhash ? Buffer.from(row.thumbhash).toString("base64") : null,
    pictures: pictureUrls(row),
  };
}

/** Turns a row into what a folder lists. */
export function toSummary(row: SummaryRow): FileSummary {
  return {
    ...toTile(row),
    folderId: row.folderId,
    mimeType: row.mimeType,
    sizeBytes: Number(row.sizeBytes),
    capturedAt: row.capturedAt,
    capturedOffsetMinutes: row.capturedOffsetMinutes,
    createdAt: row.createdAt,
    jobs: {
      metadata: jobState(row, "metadata"),
      variants: jobState(row, "variants"),
      thumbnail: jobState(row, "thumbnail"),
      proxy: jobState(row, "proxy"),
      hash: jobState(row, "hash"),
      waveform: jobState(row, "waveform"),
      sprites: jobState(row, "sprites"),
      hls: jobState(row, "hls"),
      motion: jobState(row, "motion"),
    },
  };
}

/** The types that cameras write unprocessed are all unregistered ones. */
export function isRaw({ kind, mimeType }: { kind: FileKind; mimeType: string }): boolean {
  return kind === "photo" && mimeType.startsWith("image/x-");
}

function jobState(row: SummaryRow, job: FileJob): JobState {
  return {
    status: row[`${job}Status`],
    progress: row[`${job}Progress`],
    etaSeconds: row[`${job}EtaSeconds`],
    error: row[`${job}Error`],
  };
}
