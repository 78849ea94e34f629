import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ColumnPage } from "../shell/column-page.tsx";

/** The pages of the instance's owner, each named among the messages of the admin. */
const pages = [
  { name: "instance", href: "/admin" },
  { name: "people", href: "/admin/people" },
  { name: "jobs", href: "/admin/jobs" },
  { name: "audit", href: "/admin/audit" },
] as const;

/** What is around every page of the admin. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("admin");
  return (
    <ColumnPage title={t("title")} tabs={pages.map(({ name, href }) => ({ href, label: t(name) }))}>
      {children}
    </ColumnPage>
  );
}
