import { changeEntry, type UploadChange } from "./change-entry.ts";
import {
  type FoundFile,
  fileKeyOf,
  fingerprintOf,
  type UploadEntry,
  type UploadState,
  type UploadTarget,
  uploadStates,
} from "./upload-entry.ts";

/** Bytes of all uploads in one state. */
interface Bytes {
  size: number;
  sent: number;
}

/**
 * Every upload of this page. It is changed in place and keeps running totals: one change costs the same among 50,000 uploads as
 * among ten, which no copy of a list would.
 */
export class UploadQueue {
  readonly #entries = new Map<string, UploadEntry>();
  readonly #inState = perState(() => new Map<string, UploadEntry>());
  readonly #bytes = perState((): Bytes => ({ size: 0, sent: 0 }));
  /** Ids of those that have not arrived, by what makes two picks the same upload. */
  readonly #byFingerprint = new Map<string, string>();
  readonly #lostByFile = new Map<string, string>();
  readonly #processingByFileId = new Map<string, string>();

  get size(): number {
    return this.#entries.size;
  }

  /** In order of arrival. */
  entries(): Iterable<UploadEntry> {
    return this.#entries.values();
  }

  get(entryId: string): UploadEntry | undefined {
    return this.#entries.get(entryId);
  }

  count(state: UploadState): number {
    return this.#inState[state].size;
  }

  bytes(state: UploadState): Readonly<Bytes> {
    return this.#bytes[state];
  }

  /** Those in a state, the longest there first. */
  in(state: UploadState): Iterable<UploadEntry> {
    return this.#inState[state].values();
  }

  /** Puts an upload in line. */
  add(entry: UploadEntry): void {
    this.#put(entry);
  }

  /** @returns the upload after a change, null when that changes nothing or the upload was cancelled meanwhile */
  change(entryId: string, change: UploadChange): UploadEntry | null {
    const before = this.#entries.get(entryId);
    const after = before && changeEntry(before, change);
    if (!before || !after || after === before) return null;
    this.#take(before, after.state);
    this.#put(after);
    return after;
  }

  /** @returns the upload that is there no more, undefined when it was not */
  remove(entryId: string): UploadEntry | undefined {
    const entry = this.#entries.get(entryId);
    if (!entry) return;
    this.#take(entry, null);
    this.#entries.delete(entryId);
    return entry;
  }

  /** Finds the upload that a picked file belongs to: the same file for the same place, or one that was lost. */
  find(found: FoundFile, target: UploadTarget): UploadEntry | undefined {
    const entryId =
      this.#byFingerprint.get(fingerprintOf(found, target)) ??
      this.#lostByFile.get(fileKeyOf(target.libraryId, found.file));
    return entryId === undefined ? undefined : this.#entries.get(entryId);
  }

  /** @returns the upload whose file is being worked on */
  findProcessing(fileId: string): UploadEntry | undefined {
    const entryId = this.#processingByFileId.get(fileId);
    return entryId === undefined ? undefined : this.#entries.get(entryId);
  }

  #put(entry: UploadEntry): void {
    const { entryId, state } = entry;
    this.#entries.set(entryId, entry);
    // A change within a state leaves the upload at its place there.
    this.#inState[state].set(entryId, entry);
    this.#bytes[state].size += entry.sizeBytes;
    this.#bytes[state].sent += entry.sentBytes;
    if (isOpenToPicks(entry)) this.#byFingerprint.set(entry.fingerprint, entryId);
    if (state === "lost") this.#lostByFile.set(lostKeyOf(entry), entryId);
    if (state === "processing" && entry.fileId !== null) this.#processingByFileId.set(entry.fileId, entryId);
  }

  #take(entry: UploadEntry, next: UploadState | null): void {
    const { entryId, state, fingerprint } = entry;
    if (next !== state) this.#inState[state].delete(entryId);
    this.#bytes[state].size -= entry.sizeBytes;
    this.#bytes[state].sent -= entry.sentBytes;
    if (this.#byFingerprint.get(fingerprint) === entryId) this.#byFingerprint.delete(fingerprint);
    if (state === "lost") this.#lostByFile.delete(lostKeyOf(entry));
    if (entry.fileId !== null) this.#processingByFileId.delete(entry.fileId);
  }
}

/** What arrived, or is there already, may be picked anew: it is another upload then. */
const isOpenToPicks = ({ fileId, state }: UploadEntry) =>
  fileId === null && state !== "duplicate" && state !== "ready";

function lostKeyOf({ target, filename: name, sizeBytes: size, lastModified }: UploadEntry): string {
  return fileKeyOf(target.libraryId, { name, size, lastModified });
}

function perState<Value>(make: () => Value): Record<UploadState, Value> {
  return Object.fromEntries(uploadStates.map((state) => [state, make()])) as Record<UploadState, Value>;
}
