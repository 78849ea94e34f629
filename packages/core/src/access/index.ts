export type { Audience, DoorIds, DoorObject, DoorRow } from "./audience.ts";
export { enterLibrary, requireWriter } from "./enter-library.ts";
export { findRole } from "./find-role.ts";
export { mayChangeOf } from "./may-change-of.ts";
export { requireAccount, requireInstanceOwner, requireSession } from "./require-account.ts";
export { isAllowed, type Permission, permissions } from "./schema.ts";
