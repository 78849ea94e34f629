export { followLibrary } from "./follow.ts";
export { pruneEvents } from "./prune.ts";
export { recordEvent } from "./record.ts";
