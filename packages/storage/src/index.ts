export type { BlobRange, BlobRead, BlobStore, DirectRead, LocalBlob, WriteOptions } from "./blob-store.ts";
export { copyBlob } from "./copy-blob.ts";
export { createBlobStore } from "./create-blob-store.ts";
export { asStorageError } from "./disk-errors.ts";
export { BlobExists, BlobNotFound, InvalidKey, StorageUnavailable } from "./errors.ts";
export { hashBlob } from "./hash-blob.ts";
export {
  avatarKey,
  avatarPrefix,
  cachePrefix,
  derivativeStem,
  filePrefixes,
  isRendition,
  momentClipKey,
  momentPosterKey,
  momentPrefix,
  motionKey,
  originalKey,
  posterKey,
  proxyKey,
  type Scope,
  scopes,
  spritesKey,
  stagingFolder,
  stagingPath,
  streamKey,
  variantKey,
  variantsPrefix,
  waveformKey,
} from "./keys.ts";
export { createLocalBlobStore } from "./local.ts";
export { createOwnFolder, type OwnFolder } from "./own-folder.ts";
export { type NamedBlob, readKey } from "./read-key.ts";
export { createS3BlobStore } from "./s3.ts";
