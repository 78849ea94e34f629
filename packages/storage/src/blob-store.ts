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

/**
 * Keeps blobs under keys. Whatever the store, a reader sees a blob whole or not at all, and a crash leaves the old one.
 * Every method throws InvalidKey for a key that keys.ts does not spell, and StorageUnavailable when the store cannot be used.
 */
export interface BlobStore {
  /** Writes a blob, replacing the one of that key at once when it is complete and safe on the medium. */
  write(
    key: string,
    source: Readable | Buffer,
    options?: { contentType?: string },
  ): Promise<{ sizeBytes: number }>;
  /** Moves a finished local file in. Afterwards the blob is there and `localPath` is not. */
  adopt(localPath: string, key: string): Promise<void>;
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
  /** Writes and removes a probe. @throws StorageUnavailable */
  check(): Promise<void>;
}
