import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadMe } from "../../../features/accounts/load-me.ts";
import { SettingsView } from "../../../features/settings/settings-view.tsx";
import { serverCaller } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** The settings of the account, and of the instance for its owner. */
export default async function SettingsPage() {
  const me = await loadMe();
  if (!me) redirect("/sign-in?callbackUrl=%2Fsettings");
  const caller = await serverCaller();
  const [tokens, instance] = await Promise.all([
    caller.accounts.listTokens(),
    me.isInstanceOwner ? caller.settings.get() : null,
  ]);
  return <SettingsView me={me} tokens={tokens} instance={instance} />;
}
