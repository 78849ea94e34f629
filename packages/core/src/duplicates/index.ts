export { keepAll, unsettle } from "./keep-all.ts";
export { keepOne } from "./keep-one.ts";
export { listDuplicates } from "./list.ts";
export { unmerge } from "./merge.ts";
export { KeepAll, KeepOne, ListDuplicates } from "./schema.ts";
