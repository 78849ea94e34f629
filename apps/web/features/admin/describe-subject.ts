import type { AuditSubject } from "@alcoves/core/audit/schema";

/** What an entry says beyond its kind, as `name value` pairs; ids are for machines and left out. */
export function describeSubject(subject: AuditSubject): string {
  return Object.entries(subject)
    .filter(([name]) => !name.endsWith("Id"))
    .map(([name, value]) => `${name} ${value}`)
    .join(" · ");
}
