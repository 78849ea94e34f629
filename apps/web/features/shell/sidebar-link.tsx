"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Hint } from "../../components/hint.tsx";
import { type Destination, isAt } from "./destinations.ts";

/** What a link of the sidebar takes. */
interface SidebarLinkProps {
  destination: Destination;
  /** Files behind it; null where nothing is counted. */
  count: number | null;
  /** The icon alone. */
  isSmall: boolean;
  onLeave?: (() => void) | undefined;
}

/** One row of the sidebar. */
export function SidebarLink({ destination, count, isSmall, onLeave }: SidebarLinkProps) {
  const t = useTranslations("shell");
  const format = useFormatter();
  const isHere = isAt(usePathname(), destination);
  const { href, name, Icon } = destination;
  const link = (
    <Link
      href={href}
      {...(onLeave ? { onClick: onLeave } : {})}
      aria-current={isHere ? "page" : undefined}
      aria-label={isSmall ? t(name) : undefined}
      className={clsx(
        "flex h-[34px] items-center gap-3 rounded-control px-2.5 font-[550] transition-colors duration-[120ms]",
        isSmall && "justify-center",
        isHere ? "bg-selection text-accent-text" : "hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)]",
      )}
    >
      <Icon
        aria-hidden="true"
        strokeWidth={1.75}
        className={clsx("size-[18px] shrink-0", !isHere && "text-muted")}
      />
      {!isSmall && <span className="min-w-0 flex-1 truncate">{t(name)}</span>}
      {!isSmall && count !== null && (
        <span className={clsx("font-normal text-13 tabular-nums", isHere ? "text-text" : "text-muted")}>
          <span aria-hidden="true">{format.number(count)}</span>
          <span className="sr-only">{t("fileCount", { count })}</span>
        </span>
      )}
    </Link>
  );
  return isSmall ? <Hint label={t(name)}>{link}</Hint> : link;
}
