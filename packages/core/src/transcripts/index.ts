export { correctTranscript } from "./correct.ts";
export { type ExportedTranscript, exportTranscript } from "./export.ts";
export { getTranscript } from "./get.ts";
export { importTranscript } from "./import.ts";
export { removeTranscript } from "./remove.ts";
export { replaceSegments } from "./replace-segments.ts";
export { CorrectTranscript, ImportTranscript, RemoveTranscript } from "./schema.ts";
