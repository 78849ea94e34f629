export { listTrash } from "./list-trash.ts";
export { purgeExpired } from "./purge-expired.ts";
export { emptyTrash, purgeFiles } from "./purge-files.ts";
export { restoreFiles } from "./restore-files.ts";
export { ListTrash, ManyFiles } from "./schema.ts";
export { sweepPurged } from "./sweep-purged.ts";
export { trashFiles } from "./trash-files.ts";
