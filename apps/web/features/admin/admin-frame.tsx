import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageTabs } from "../../components/page-tabs.tsx";
import { TopBar } from "../shell/top-bar.tsx";

/** The pages of the instance's owner, each named among the messages of the admin. */
const pages = [
  { name: "instance", href: "/admin" },
  { name: "people", href: "/admin/people" },
  { name: "audit", href: "/admin/audit" },
] as const;

/** What is around every page of the admin. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("admin");
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
