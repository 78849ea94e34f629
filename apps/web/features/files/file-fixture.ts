import type { FileJobs, FileSummary, JobState } from "@alcoves/core/files/schema";

/** A job that is done. */
export const doneJob: JobState = { status: "ready", progress: 100, etaSeconds: null, error: null };

/** A file of which a list tells what its jobs are at. */
type Told = FileSummary & { jobs: FileJobs };

/** A photo with everything done, for tests; what is given replaces its fields. */
export function aFile(fields: Partial<Told> = {}): Told {
  return {
    fileId: "00000000-0000-4000-8000-000000000001",
    folderId: null,
    name: "IMG_0001.jpg",
    kind: "photo",
    mimeType: "image/jpeg",
    sizeBytes: 1_000_000,
    widthPx: 4000,
    heightPx: 3000,
    durationMs: null,
    filedAtMs: Date.UTC(2026, 9, 14, 12),
    isLive: false,
    isRaw: false,
    isDuplicate: false,
    isFavourite: false,
    ownRating: null,
    work: "done",
    thumbhash: null,
    pictures: null,
    jobs: {
      metadata: doneJob,
      variants: doneJob,
      thumbnail: doneJob,
      proxy: doneJob,
      hash: doneJob,
      waveform: doneJob,
      sprites: doneJob,
      hls: doneJob,
      motion: doneJob,
    },
    ...fields,
  };
}
