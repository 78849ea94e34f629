import type { ReactNode } from "react";
import { PageTabs } from "../../components/page-tabs.tsx";
import { TopBar } from "./top-bar.tsx";

/** What a page of one column takes. */
interface ColumnPageProps {
  title: string;
  /** Pages beside this one, under the same title. */
  tabs?: { href: string; label: string }[];
  children: ReactNode;
}

/** A page to read and fill in: its title, its tabs if there are any, and one column. */
export function ColumnPage({ title, tabs, children }: ColumnPageProps) {
  return (
    <>
      <TopBar>
        <h1 className="truncate font-semibold text-15">{title}</h1>
      </TopBar>
      {tabs && <PageTabs label={title} tabs={tabs} />}
      <div className="mx-auto w-full max-w-[720px] px-5 pb-16 max-md:px-4">{children}</div>
    </>
  );
}
