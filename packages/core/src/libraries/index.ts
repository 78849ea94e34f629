export { createLibrary } from "./create.ts";
export { getLibrary, listLibraries } from "./list.ts";
export { CreateLibrary, InLibrary, type LibrarySummary, Role, roles } from "./schema.ts";
