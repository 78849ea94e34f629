/** Where files are to go. */
export interface UploadTarget {
  libraryId: string;
  /** Null: the top of the library. */
  folderId: string | null;
  /** The folder or library by name, as the drop target and the panel say it. */
  name: string;
}

/** A file to upload, with its folder path inside what was dropped (slash separated, empty at the top). */
export interface FoundFile {
  file: File;
  path: string;
}

/** What an upload is at. `waiting` is for the network; `lost` needs the file picked again after a reload. */
export type UploadState =
  | "queued"
  | "uploading"
  | "waiting"
  | "paused"
  | "lost"
  | "processing"
  | "ready"
  | "failed";

/** One file on its way into a library. */
export interface UploadEntry {
  entryId: string;
  /** The same file for the same place has the same fingerprint, before and after a reload. */
  fingerprint: string;
  target: UploadTarget;
  path: string;
  filename: string;
  mimeType: string;
  sizeBytes: number;
  /** As the file system says it, ms since 1970. */
  lastModified: number;
  state: UploadState;
  sentBytes: number;
  /** Where the server keeps what was sent; null until it said so. */
  uploadUrl: string | null;
  /** What the upload became; null until the server has it whole. */
  fileId: string | null;
  /** 0–100, of the work after the upload. */
  processingPercent: number;
  /** One plain sentence when the state is failed. */
  error: string | null;
}

/** Spells what makes two picks of a file the same upload. */
export function fingerprintOf({ file, path }: FoundFile, target: UploadTarget): string {
  const place = [target.libraryId, target.folderId ?? "", path];
  return [file.name, file.size, file.lastModified, ...place].join("|");
}

/** Spells what tells a file from others of a library, wherever in it they go: a lost one is picked without its folder. */
export function fileKeyOf(
  libraryId: string,
  file: { name: string; size: number; lastModified: number },
): string {
  return [libraryId, file.size, file.lastModified, file.name].join("|");
}

/** Makes the entry of a file that waits for its turn. */
export function newEntry(found: FoundFile, target: UploadTarget, entryId: string): UploadEntry {
  return {
    entryId,
    fingerprint: fingerprintOf(found, target),
    target,
    path: found.path,
    filename: found.file.name,
    mimeType: found.file.type,
    sizeBytes: found.file.size,
    lastModified: found.file.lastModified,
    state: "queued",
    sentBytes: 0,
    uploadUrl: null,
    fileId: null,
    processingPercent: 0,
    error: null,
  };
}
