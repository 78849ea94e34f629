import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditLog } from "../../../../features/admin/audit-log.tsx";
import { requireOwner } from "../../../../features/admin/require-owner.ts";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("audit") };
}

export default async function AuditPage() {
  await requireOwner("/admin/audit");
  const caller = await serverCaller();
  return <AuditLog loaded={await caller.audit.list({})} />;
}
