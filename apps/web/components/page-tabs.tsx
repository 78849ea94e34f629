"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

/** What the tabs take: each leads to a page of its own. */
interface PageTabsProps {
  label: string;
  tabs: readonly { href: string; label: string }[];
}

/** The pages of one matter, in a row under the top bar; on a phone the row is pushed sideways. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="shrink-0 overflow-x-auto border-line border-b [scrollbar-width:none]">
      <ul className="mx-auto flex w-full max-w-[720px] gap-1 px-2.5 max-md:px-1.5">
        {tabs.map(({ href, label }) => {
          const isHere = pathname === href;
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={clsx(
                  "-mb-px block whitespace-nowrap border-b-2 px-2.5 py-3 font-[550] -outline-offset-4",
                  isHere
                    ? "border-accent text-text"
                    : "border-transparent text-muted transition-colors hover:text-text",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
