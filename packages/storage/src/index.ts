export type { BlobRange, BlobRead, BlobStore, LocalBlob } from "./blob-store.ts";
export { createBlobStore } from "./create-blob-store.ts";
export { asStorageError } from "./disk-errors.ts";
export { BlobNotFound, InvalidKey, StorageUnavailable } from "./errors.ts";
export {
  avatarKey,
  avatarPrefix,
  filePrefix,
  libraryPrefix,
  originalKey,
  posterKey,
  proxyKey,
  stagingFolder,
  stagingPath,
  variantKey,
} from "./keys.ts";
export { removeLeftovers } from "./leftovers.ts";
export { createLocalBlobStore } from "./local.ts";
export { createS3BlobStore } from "./s3.ts";
