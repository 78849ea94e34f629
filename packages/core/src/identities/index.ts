export { connectIdentity, describePendingLink } from "./connect.ts";
export { disconnectIdentity } from "./disconnect.ts";
export { IdentityRefused } from "./identity-refused.ts";
export { listIdentities } from "./list.ts";
export { refuseAnswer } from "./refuse-answer.ts";
export {
  type IdentityProviderId,
  type IdentityRefusal,
  type IdentitySummary,
  OneIdentity,
  type PendingLink,
} from "./schema.ts";
export { type IdentityEnd, signInByIdentity } from "./sign-in-by-identity.ts";
