export { openSharedArchive } from "./archive.ts";
export { openSharedClip, openSharedThumbnail } from "./bytes.ts";
export { createShare } from "./create.ts";
export { openSharedOriginal, openSharedPicture, openSharedPlayback } from "./item-bytes.ts";
export { listShares } from "./list.ts";
export { openShare, openShareItem } from "./open.ts";
export { proofSeconds } from "./proof.ts";
export { revokeShare } from "./revoke.ts";
export {
  CreateShare,
  OneShare,
  SharedSubject,
  ShownItem,
  sharedSizes,
  UnlockShare,
  VisitShare,
} from "./schema.ts";
export { proofCookieOf } from "./token.ts";
export { unlockShare } from "./unlock.ts";
