export { requireFolder } from "./access.ts";
export { createFolder, ensureFolders } from "./create.ts";
export { getFolderPath, listFolders } from "./list.ts";
export { CreateFolder, InFolder } from "./schema.ts";
