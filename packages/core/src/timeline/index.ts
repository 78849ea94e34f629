export { showOutline } from "./outline.ts";
export { ShowOutline, ShowSlice } from "./schema.ts";
export { showSlice } from "./slice.ts";
