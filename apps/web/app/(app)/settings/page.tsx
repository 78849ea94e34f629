import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMe } from "../../../features/accounts/require-me.ts";
import { ProfileSettings } from "../../../features/settings/profile-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function ProfilePage() {
  return <ProfileSettings me={await requireMe("/settings")} />;
}
