export { SearchNames } from "./schema.ts";
export { searchNames } from "./search-names.ts";
