export { followLibrary } from "./follow.ts";
export { pruneEvents } from "./prune.ts";
export { recordEvent, recordFileEvents, recordFileEventsIn, recordFolderEvents } from "./record.ts";
