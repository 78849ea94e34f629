import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageTabs } from "../../components/page-tabs.tsx";
import { TopBar } from "../shell/top-bar.tsx";

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
    <>
      <TopBar>
        <h1 className="font-semibold text-15">{t("title")}</h1>
      </TopBar>
      <PageTabs label={t("title")} tabs={pages.map(({ name, href }) => ({ href, label: t(name) }))} />
      <div className="mx-auto w-full max-w-[720px] px-5 pb-16 max-md:px-4">{children}</div>
    </>
  );
}
