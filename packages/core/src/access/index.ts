export { enterLibrary, requirePermission, requireRole, requireWriter } from "./enter-library.ts";
export { findRole } from "./find-role.ts";
export { requireAccount, requireInstanceOwner, requireSession } from "./require-account.ts";
export { isAtLeast, type Permission, permissions } from "./roles.ts";
