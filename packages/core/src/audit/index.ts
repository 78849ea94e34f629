export { listAudit } from "./list.ts";
export { recordAudit } from "./record.ts";
export { type AuditEntry, type AuditKind, ListAudit } from "./schema.ts";
