import type { StorageConfig } from "@alcoves/config";
import type { BlobStore } from "./blob-store.ts";
import { createLocalBlobStore } from "./local.ts";
import { createS3BlobStore } from "./s3.ts";

/** The store that the settings name. */
export function createBlobStore(config: StorageConfig): BlobStore {
  return config.driver === "local"
    ? createLocalBlobStore({ rootPath: config.path })
    : createS3BlobStore(config);
}
