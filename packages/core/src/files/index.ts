export { askForStreams } from "./ask-for-streams.ts";
export { cancelJob } from "./cancel-job.ts";
export { createFile, type NewFile } from "./create.ts";
export { describeFile } from "./describe.ts";
export { exportSidecar, type Sidecar } from "./export-sidecar.ts";
export { fileLabel } from "./file-label.ts";
export { findMediaFile, type MediaFile } from "./find-media-file.ts";
export { getFile } from "./get.ts";
export { askerOf, findTiles, listFiles, someFiles } from "./list.ts";
export { type ChosenFiles, listChosenFiles } from "./list-chosen.ts";
export { listStatement } from "./list-statements.ts";
export { mayChange } from "./may-change.ts";
export { mediaUrls } from "./media-urls.ts";
export { type FileBytes, openMotion, openOriginal, openProxy } from "./open-bytes.ts";
export { type MadeBytes, openSprites, openStream } from "./open-made.ts";
export {
  isSigned,
  pictureUrls,
  shownVersionOf,
  signedPictureUrl,
  sourceVersionOf,
  zoomUrl,
} from "./picture-urls.ts";
export { isInlineSafe, isPlayable, proxyMimeType } from "./playback.ts";
export { requestFirstJobs } from "./request-first-jobs.ts";
export { retryJob } from "./retry-job.ts";
export { type LocalStream, saveLoudness, saveMade, saveSprites, saveStream } from "./save-made.ts";
export {
  type ReadMetadata,
  requestVariants,
  saveHash,
  saveMetadata,
} from "./save-results.ts";
export { CancelJob, DescribeFile, ListFiles, OneFile, RetryJob, SomeFiles } from "./schema.ts";
export { settleCompanions } from "./settle-companions.ts";
export { type SniffedType, sniffFile } from "./sniff.ts";
export { giveBackDescription, takeOverDescription } from "./take-over-description.ts";
export { marksJoin, type TileRow, tileFacts, tileSql, toTile } from "./tile-rows.ts";
export { withMetadataSource } from "./with-metadata-source.ts";
export { type LocalOriginal, withOriginal } from "./with-original.ts";
