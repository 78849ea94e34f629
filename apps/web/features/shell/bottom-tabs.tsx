"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import clsx from "clsx";
import { Upload } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useUploads } from "../uploads/use-uploads.ts";
import { account, type Destination, isAt, placesIn } from "./destinations.ts";

const tab = "flex h-full w-full flex-col items-center justify-center gap-0.5 text-12 font-[550]";

/** The places of a library that people go to most; the menu has all. */
const isNearest = new Set<Destination["name"]>(["browse", "timeline"]);

/** The places of the app under the thumb, on phones, with adding files between them. */
export function BottomTabs({ library, canUpload }: { library: LibrarySummary | null; canUpload: boolean }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const { pick } = useUploads();
  const nearest = library ? placesIn(library).filter(({ name }) => isNearest.has(name)) : [];
  const links = [...nearest, account].map((destination: Destination) => {
    const isHere = isAt(pathname, destination);
    return (
      <li key={destination.name} className="flex-1">
        <Link
          href={destination.href}
          aria-current={isHere ? "page" : undefined}
          className={clsx(tab, "-outline-offset-4", isHere ? "text-accent-text" : "text-muted")}
        >
          <destination.Icon aria-hidden="true" strokeWidth={1.75} className="size-[22px]" />
          {t(destination.name)}
        </Link>
      </li>
    );
  });
  return (
    <nav
      aria-label={t("tabs")}
      className="shrink-0 border-line border-t bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex h-[60px]">
        {links.slice(0, -1)}
        {canUpload && (
          <li className="flex-1">
            <button type="button" onClick={() => pick()} className={clsx(tab, "-outline-offset-4 text-text")}>
              <span className="grid h-7 w-12 place-items-center rounded-full bg-accent text-on-accent">
                <Upload aria-hidden="true" strokeWidth={2} className="size-[18px]" />
              </span>
              {t("upload")}
            </button>
          </li>
        )}
        {links.slice(-1)}
      </ul>
    </nav>
  );
}
