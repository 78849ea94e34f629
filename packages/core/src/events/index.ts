export { followLibrary } from "./follow.ts";
export { pruneEvents } from "./prune.ts";
export { recordEvent, recordFileEvents, recordFolderEvents } from "./record.ts";
