import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMe } from "../../../../features/accounts/require-me.ts";
import { SecuritySettings } from "../../../../features/settings/security-settings.tsx";
import { inProcess } from "../../../../server/in-process.ts";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("security") };
}

export default async function SecurityPage() {
  await requireMe("/settings/security");
  const caller = await serverCaller();
  const [secondFactor, passkeys, sessions] = await Promise.all([
    caller.secondFactor.get(),
    caller.passkeys.list(),
    caller.accounts.listSessions(),
  ]);
  const { origin } = inProcess();
  return (
    <SecuritySettings secondFactor={secondFactor} passkeys={passkeys} sessions={sessions} origin={origin} />
  );
}
