import type { ReactNode } from "react";
import { Mark } from "../../components/mark.tsx";

/** What every page of a link stands in. It leads nowhere else: visitors have come for what is behind the link. */
export function ShareFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 px-5 text-muted">
        <Mark className="size-6" />
        <span className="font-[550] text-14">Alcoves</span>
      </header>
      <main className="flex flex-1 flex-col">{children}</main>
    </div>
  );
}

/** How often a page looks whether what plays is there, s. */
const lookAgainSeconds = 8;

/** Has the page look again by itself, without a script. */
export function LookAgain() {
  return <meta httpEquiv="refresh" content={String(lookAgainSeconds)} />;
}
