import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMe } from "../../../../features/accounts/require-me.ts";
import { SecuritySettings } from "../../../../features/settings/security-settings.tsx";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("security") };
}

export default async function SecurityPage() {
  const me = await requireMe("/settings/security");
  const caller = await serverCaller();
  return <SecuritySettings me={me} sessions={await caller.accounts.listSessions()} />;
}
