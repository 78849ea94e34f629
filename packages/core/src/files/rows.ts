import type { File } from "@alcoves/db/models";
import type { FileJob, FileJobs, FileSummary, JobState } from "./schema.ts";
import { columnsSql, type TileRow, tileColumns, toTile } from "./tile-rows.ts";

/** The columns a summary is made of, by their names in Prisma. */
export const summaryColumns = {
  ...tileColumns,
  folderId: true,
  sizeBytes: true,
  metadataProgress: true,
  metadataEtaSeconds: true,
  metadataError: true,
  variantsProgress: true,
  variantsEtaSeconds: true,
  variantsError: true,
  variantsDoneVersion: true,
  thumbnailProgress: true,
  thumbnailEtaSeconds: true,
  thumbnailError: true,
  proxyProgress: true,
  proxyEtaSeconds: true,
  proxyError: true,
  proxyDoneVersion: true,
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
export type SummaryRow = TileRow & Pick<File, keyof typeof summaryColumns>;

/** What makes a `SummaryRow` of `files f`, joined as `marksJoin` does. */
export const summarySql = columnsSql(summaryColumns);

/** Turns a row into what a folder lists. */
export function toSummary(row: SummaryRow): FileSummary {
  const tile = toTile(row);
  return Object.assign(tile, {
    folderId: row.folderId,
    mimeType: row.mimeType,
    sizeBytes: Number(row.sizeBytes),
    jobs: tile.work === "done" ? null : jobsOf(row),
  });
}

/** What every job of a file is at. */
export function jobsOf(row: SummaryRow): FileJobs {
  return {
    metadata: jobState(row, "metadata"),
    variants: jobState(row, "variants"),
    thumbnail: jobState(row, "thumbnail"),
    proxy: jobState(row, "proxy"),
    hash: jobState(row, "hash"),
    waveform: jobState(row, "waveform"),
    sprites: jobState(row, "sprites"),
    hls: jobState(row, "hls"),
    motion: jobState(row, "motion"),
  };
}

function jobState(row: SummaryRow, job: FileJob): JobState {
  return {
    status: row[`${job}Status`],
    progress: row[`${job}Progress`],
    etaSeconds: row[`${job}EtaSeconds`],
    error: row[`${job}Error`],
  };
}
