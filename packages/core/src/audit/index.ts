export { listAudit } from "./list.ts";
export { recordAudit } from "./record.ts";
export { ListAudit } from "./schema.ts";
