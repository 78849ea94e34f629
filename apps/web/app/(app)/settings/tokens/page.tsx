import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMe } from "../../../../features/accounts/require-me.ts";
import { TokenList } from "../../../../features/settings/token-list.tsx";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tokens") };
}

export default async function TokensPage() {
  await requireMe("/settings/tokens");
  const caller = await serverCaller();
  return <TokenList loaded={await caller.accounts.listTokens()} />;
}
