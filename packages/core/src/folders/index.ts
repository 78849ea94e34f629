export { landingPlace, requireFolder } from "./access.ts";
export { createFolder, ensureFolders } from "./create.ts";
export { getFolderPath, listFolders } from "./list.ts";
export { lockTree } from "./lock-tree.ts";
export { CreateFolder, InFolder } from "./schema.ts";
