import { type Role, roles } from "../libraries/schema.ts";

/** @returns whether `role` may do what `wanted` may */
export function isAtLeast(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

/** What each role may do to what, as sentences: the least role of every permission. */
export const permissions = {
  "see the library": "viewer",
  "see its files": "viewer",
  "see its members": "viewer",
  "mark files": "viewer",
  "leave the library": "viewer",
  "download originals": "viewer",
  "export moments": "viewer",
  "comment on files": "viewer",
  "upload files": "contributor",
  "make folders": "contributor",
  "move and rename files": "contributor",
  "ask for a job again": "contributor",
  "see the trash": "contributor",
  "move files to the trash": "contributor",
  "take files out of the trash": "contributor",
  "describe files": "contributor",
  "make tags": "contributor",
  "tag files": "contributor",
  "make albums": "contributor",
  "add files to albums": "contributor",
  "change albums": "contributor",
  "make moments": "contributor",
  "make highlights": "contributor",
  "correct transcripts": "contributor",
  "share by link": "contributor",
  "change albums of others": "admin",
  "change tags": "admin",
  "take in copies from other libraries": "admin",
  "change files of others": "admin",
  "remove comments of others": "admin",
  "delete files for good": "admin",
  "stop a job": "contributor",
  "manage members": "admin",
  "change the library": "admin",
  "delete the library": "owner",
  "hand over the library": "owner",
} as const satisfies Record<string, Role>;

/** Something a role may or may not do. */
export type Permission = keyof typeof permissions;

/** @returns whether a role in a library is enough for something there: for what is shown, not for what is done */
export function isAllowed({ role }: { role: Role }, permission: Permission): boolean {
  return isAtLeast(role, permissions[permission]);
}
