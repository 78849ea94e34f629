export { asStorageError, stagingFolder } from "@alcoves/storage";
export { abandonUpload } from "./abandon.ts";
export { isUploadId, requireUpload } from "./access.ts";
export { beginUpload } from "./begin.ts";
export { finishUpload } from "./finish.ts";
export { hasBegun } from "./has-begun.ts";
export { knownFiles, knownSizes } from "./known.ts";
export {
  KnownFiles,
  KnownSizes,
  smallUploadBytes,
  UploadMetadata,
  uploadChunkBytes,
  uploadedFileHeader,
} from "./schema.ts";
export { sweepUploads } from "./sweep.ts";
export { whenReceived } from "./when-received.ts";
