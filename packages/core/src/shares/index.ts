export { openSharedClip, openSharedThumbnail } from "./bytes.ts";
export { createShare } from "./create.ts";
export { listShares } from "./list.ts";
export { openShare } from "./open.ts";
export { proofSeconds } from "./proof.ts";
export { revokeShare } from "./revoke.ts";
export { CreateShare, OneShare, ShownShare, UnlockShare } from "./schema.ts";
export { proofCookieOf } from "./token.ts";
export { unlockShare } from "./unlock.ts";
