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

/** What an upload can be at, in the order of its life. */
export const uploadStates = [
  /** Nobody knows yet whether the library has it already. */
  "queued",
  /** The library has a file of its size: its bytes are hashed and asked for. */
  "hashing",
  /** The library does not have it: it waits for a place among those being sent. */
  "checked",
  "uploading",
  /** For the network. */
  "waiting",
  "paused",
  /** Needs the file picked again after a reload. */
  "lost",
  "processing",
  "ready",
  /** The library has these bytes already: nothing was sent. */
  "duplicate",
  "failed",
] as const;
export type UploadState = (typeof uploadStates)[number];

/** The file of the library that a duplicate is the same as. */
export interface SameFile {
  fileId: string;
  name: string;
  /** Null at the top of the library. */
  folder: { folderId: string; name: string } | null;
}

/** One file on its way into a library. */
export interface UploadEntry {
  /** 32 digits in lower-case hex: the upload's id on the server too. */
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
  /** Whether the server was ever told of it, and may have some of its bytes. */
  hasBegun: boolean;
  /** What the upload became; null until the server has it whole. */
  fileId: string | null;
  /** Set when the state is duplicate. */
  sameAs: SameFile | null;
  /** 0–100, of the work after the upload. */
  processingPercent: number;
  /** One plain sentence when the state is failed. */
  error: string | null;
}

/** Spells what makes two picks of a file the same upload. */
export function fingerprintOf({ file, path }: FoundFile, target: UploadTarget): string {
  return [file.name, file.size, file.lastModified, target.libraryId, target.folderId ?? "", path].join("|");
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
    hasBegun: false,
    fileId: null,
    sameAs: null,
    processingPercent: 0,
    error: null,
  };
}
