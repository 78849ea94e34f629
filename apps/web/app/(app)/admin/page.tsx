import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegistrationSetting } from "../../../features/admin/registration-setting.tsx";
import { requireOwner } from "../../../features/admin/require-owner.ts";
import { serverCaller } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title") };
}

export default async function AdminPage() {
  await requireOwner("/admin");
  const caller = await serverCaller();
  return <RegistrationSetting loaded={await caller.settings.get()} />;
}
