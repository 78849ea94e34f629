export { listFavourites } from "./list.ts";
export { ListFavourites, SetMarks } from "./schema.ts";
export { setMarks } from "./set.ts";
export { giveBackMarks, takeOverMarks } from "./take-over.ts";
