export { listHighlights } from "./list.ts";
export { createHighlight, removeHighlight, updateHighlight } from "./save.ts";
export { CreateHighlight, OneHighlight, UpdateHighlight } from "./schema.ts";
