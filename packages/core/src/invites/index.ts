export { createInvite } from "./create.ts";
export { listInvites } from "./list.ts";
export { previewInvite } from "./preview.ts";
export { isPending, redeem, redeemInvite } from "./redeem.ts";
export { revokeInvite } from "./revoke.ts";
export { CreateInvite, OneInvite, ShownInvite } from "./schema.ts";
