import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { SelectionBar } from "../file-grid/selection-bar.tsx";
import { TopBar } from "../shell/top-bar.tsx";

/** What a page of a list takes. */
interface ListPageProps {
  title: string;
  /** The pages above it, from the top. */
  above?: readonly { href: string; name: string }[];
  /** Says what the way down to here is. */
  aboveLabel?: string;
  /** Buttons of the bar. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page as wide as the window: the way down to it and what can be done in the bar, then what it lists. While some of that is selected, the bar is of what can be done with it. */
export function ListPage({ title, above = [], aboveLabel, actions, children }: ListPageProps) {
  const bar = (
    <TopBar>
      <nav aria-label={aboveLabel ?? title} className="min-w-0 flex-1">
        <ol className="flex min-w-0 items-center gap-x-1 text-15">
          {above.map(({ href, name }) => (
            <li key={href} className="flex min-w-0 items-center gap-1">
              <Link
                href={href}
                className="truncate rounded-[4px] text-muted hover:text-text focus-visible:outline-2 focus-visible:outline-accent"
              >
                {name}
              </Link>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </li>
          ))}
          <li className="min-w-0">
            <h1 aria-current="page" className="truncate font-semibold">
              {title}
            </h1>
          </li>
        </ol>
      </nav>
      {actions}
    </TopBar>
  );
  return (
    <>
      <SelectionBar>{bar}</SelectionBar>
      <div className="flex shrink-0 grow flex-col px-5 pt-3 pb-24 max-md:px-3">{children}</div>
    </>
  );
}
