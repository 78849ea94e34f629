export { listFavourites } from "./list.ts";
export { restoreMarks } from "./restore.ts";
export { ListFavourites, RestoreMarks, SetMarks } from "./schema.ts";
export { setMarks } from "./set.ts";
export { giveBackMarks, takeOverMarks } from "./take-over.ts";
