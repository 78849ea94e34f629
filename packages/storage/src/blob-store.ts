import type { Readable } from "node:stream";

/** A stretch of bytes, both ends included (RFC 9110, 14.1.2). */
export interface BlobRange {
  start: number;
  end: number;
}

/** A blob, or a part of it, on its way out. */
export interface BlobRead {
  stream: Readable;
  /** Size of the whole blob, also when a part of it is read. */
  sizeBytes: number;
}

/** A blob as a path on this machine. */
export interface LocalBlob {
  path: string;
  /** Removes what was fetched; does nothing for a store on this machine. */
  dispose(): Promise<void>;
}

/** How a blob is written. */
export interface WriteOptions {
  contentType?: string;
  /**
   * Never replaces: what is there stays. Two writers of one key at once, of whom one shall win, are told apart by the medium: a
   * file system that knows hard links, an S3 server that knows `If-None-Match` on writing (RFC 9110, 13.1.2). On one that does
   * not, it is asked beforehand what is there, and two at once may both write.
   */
  ifAbsent?: boolean;
  /** How large the source is, where that is known: an S3 server takes more than 50 GB only when it was told beforehand. */
  sizeBytes?: number;
}

/** What the answer at a direct address says of a blob, and for how long there is one. */
export interface DirectRead {
  contentType: string;
  /** `Content-Disposition` (RFC 6266). */
  contentDisposition: string;
  /** Seconds from now that the address may be used. */
  seconds: number;
}

/**
 * Keeps blobs under keys. Whatever the store, a reader sees a blob whole or not at all, and a crash leaves the old one.
 * Every method throws InvalidKey for a key that keys.ts does not spell, and StorageUnavailable when the store cannot be used.
 */
export interface BlobStore {
  /**
   * Writes a blob, replacing the one of that key at once when it is complete and safe on the medium.
   * @throws BlobExists with `ifAbsent`
   */
  write(key: string, source: Readable | Buffer, options?: WriteOptions): Promise<{ sizeBytes: number }>;
  /**
   * Moves a finished local file in. Afterwards the blob is there and `localPath` is not.
   * @throws BlobExists with `ifAbsent`; `localPath` then still is where it was
   */
  adopt(localPath: string, key: string, options?: Pick<WriteOptions, "ifAbsent">): Promise<void>;
  /** @throws BlobNotFound */
  read(key: string, range?: BlobRange): Promise<BlobRead>;
  /** Reads a small blob whole. @throws BlobNotFound, and RangeError when it is larger than `maxBytes` */
  readBuffer(key: string, maxBytes: number): Promise<Buffer>;
  /** @returns null when there is no such blob */
  stat(key: string): Promise<{ sizeBytes: number; modifiedAt: Date } | null>;
  /** Idempotent. */
  remove(key: string): Promise<void>;
  /** Removes every blob under a prefix that ends in a slash. Idempotent. */
  removePrefix(prefix: string): Promise<void>;
  /** Keys under a prefix that ends in a slash, in no order. */
  list(prefix: string): AsyncIterable<string>;
  /** The blob as a local file, for programs that take a path. @throws BlobNotFound */
  localPath(key: string, scratchDir: string): Promise<LocalBlob>;
  /**
   * An address at which anyone who has it may read the blob from the store itself, ranges included, for a while. It is not asked
   * whether the blob is there. @returns null for a store that gives none
   */
  directUrl(key: string, read: DirectRead): Promise<string> | null;
  /** Origin of every direct address, for the policies of pages; null for a store that gives none. */
  directOrigin(): Promise<string | null>;
  /** Writes and removes a probe. @throws StorageUnavailable */
  check(): Promise<void>;
}
