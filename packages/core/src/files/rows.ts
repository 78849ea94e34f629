import type { File } from "@alcoves/db/models";
import { pictureUrls } from "./picture-urls.ts";
import type { FileJob, FileSummary, JobState } from "./schema.ts";

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

/** A row with the columns of a summary. */
export type SummaryRow = Pick<File, keyof typeof summaryColumns>;

/** Turns a row into what the grid shows. */
export function toSummary(row: SummaryRow): FileSummary {
  return {
    fileId: row.id,
    folderId: row.folderId,
    name: row.name,
    kind: row.kind,
    mimeType: row.mimeType,
    sizeBytes: Number(row.sizeBytes),
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    durationMs: row.durationMs,
    capturedAt: row.capturedAt,
    capturedOffsetMinutes: row.capturedOffsetMinutes,
    createdAt: row.createdAt,
    thumbhash: row.thumbhash ? Buffer.from(row.thumbhash).toString("base64") : null,
    pictures: pictureUrls(row),
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

function jobState(row: SummaryRow, job: FileJob): JobState {
  return {
    status: row[`${job}Status`],
    progress: row[`${job}Progress`],
    etaSeconds: row[`${job}EtaSeconds`],
    error: row[`${job}Error`],
  };
}
