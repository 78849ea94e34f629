import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ColumnPage } from "../shell/column-page.tsx";

/** The pages of the settings, each named among the messages of the settings. */
const pages = [
  { name: "profile", href: "/settings" },
  { name: "security", href: "/settings/security" },
  { name: "tokens", href: "/settings/tokens" },
] as const;

/** What is around every page of the settings. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  return (
    <ColumnPage title={t("title")} tabs={pages.map(({ name, href }) => ({ href, label: t(name) }))}>
      {children}
    </ColumnPage>
  );
}
