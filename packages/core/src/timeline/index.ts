export { daysStatement, showOutline } from "./outline.ts";
export { ShowOutline, ShowSlice } from "./schema.ts";
export { showSlice, sliceStatement } from "./slice.ts";
