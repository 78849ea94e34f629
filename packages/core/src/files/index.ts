export { createFile, type NewFile } from "./create.ts";
export { fileLabel } from "./file-label.ts";
export { findMediaFile, type MediaFile } from "./find-media-file.ts";
export { getFile } from "./get.ts";
export { listFiles, someFiles } from "./list.ts";
export { type FileBytes, openOriginal, openProxy } from "./open-bytes.ts";
export { isSigned, pictureUrls, signedPictureUrl, sourceVersionOf, zoomUrl } from "./picture-urls.ts";
export { retryJob } from "./retry-job.ts";
export {
  type ReadMetadata,
  requestVariants,
  saveHash,
  saveMetadata,
  savePoster,
  saveProxy,
  saveThumbhash,
} from "./save-results.ts";
export { ListFiles, OneFile, RetryJob, SomeFiles } from "./schema.ts";
export { sniffFile } from "./sniff.ts";
export { type LocalOriginal, withOriginal } from "./with-original.ts";
