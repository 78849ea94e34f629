/** The blob is not there. */
export class BlobNotFound extends Error {
  override readonly name = "BlobNotFound";
}

/** A blob that was to be new is there already, and was left as it is. */
export class BlobExists extends Error {
  override readonly name = "BlobExists";
}

/** The storage cannot be used now: full, read-only, away. The message says what an operator can do. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}

/** The key is none of those that keys.ts spells. */
export class InvalidKey extends Error {
  override readonly name = "InvalidKey";
}
