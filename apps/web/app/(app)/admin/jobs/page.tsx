import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireOwner } from "../../../../features/admin/require-owner.ts";
import { JobsDashboard } from "../../../../features/jobs/jobs-dashboard.tsx";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs");
  return { title: t("title") };
}

export default async function JobsPage() {
  await requireOwner("/admin/jobs");
  const caller = await serverCaller();
  return <JobsDashboard loaded={await caller.jobs.overview()} />;
}
