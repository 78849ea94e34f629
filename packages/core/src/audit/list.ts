import { requireInstanceOwner } from "../access/index.ts";
import type { Context } from "../context.ts";
import { type AuditKind, type AuditPage, type AuditSubject, ListAudit } from "./schema.ts";

/** A page of the audit log, the newest entry first. @throws FORBIDDEN but for the instance owner */
export async function listAudit(ctx: Context, input: ListAudit): Promise<AuditPage> {
  requireInstanceOwner(ctx);
  const { cursor, limit } = ListAudit.parse(input);
  const rows = await ctx.db.auditEntry.findMany({
    where: cursor ? { id: { lt: cursor } } : {},
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const entries = rows.slice(0, limit).map(({ id, kind, subject, ...entry }) => ({
    ...entry,
    entryId: id,
    // Written by recordAudit alone, which knows what is told of each kind.
    kind: kind as AuditKind,
    subject: subject as AuditSubject,
  }));
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.entryId ?? null) : null };
}
