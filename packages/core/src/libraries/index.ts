export { createLibrary } from "./create.ts";
export { getLibrarySettings } from "./get-settings.ts";
export { getLibrary, listLibraries } from "./list.ts";
export { type LockedLibrary, lockLibrary } from "./lock.ts";
export { removeLibrary } from "./remove.ts";
export { hasQuota, requireRoom } from "./require-room.ts";
export { CreateLibrary, InLibrary, RemoveLibrary, Role, roles, UpdateLibrary } from "./schema.ts";
export { updateLibrary } from "./update.ts";
