"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { Hint } from "../../components/hint.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { LibrarySwitcher } from "../libraries/library-switcher.tsx";
import { StorageUse } from "../libraries/storage-use.tsx";
import { placesIn, placesOutside } from "./destinations.ts";
import { useShell } from "./shell-context.ts";
import { SidebarLink } from "./sidebar-link.tsx";

/** What the sidebar takes. */
interface SidebarProps {
  libraries: readonly LibrarySummary[];
  library: LibrarySummary | null;
  /** Icons alone. */
  isCollapsed?: boolean;
  /** Absent where it cannot be collapsed, as in a drawer. */
  onCollapse?: ((isCollapsed: boolean) => void) | undefined;
  /** A link was followed. */
  onLeave?: (() => void) | undefined;
}

/** Where one is and can go: the library, its pages, what it takes up. */
export function Sidebar({ libraries, library, isCollapsed = false, onCollapse, onLeave }: SidebarProps) {
  const t = useTranslations("shell");
  const shell = useShell();
  const CollapseIcon = isCollapsed ? PanelLeftOpen : PanelLeftClose;
  const collapseLabel = isCollapsed ? t("expand") : t("collapse");
  return (
    <div className="flex min-h-0 flex-1 flex-col p-2.5">
      <LibrarySwitcher libraries={libraries} open={library} isSmall={isCollapsed} onChosen={onLeave} />
      <nav aria-label={t("navigation")} className="mt-2.5 min-h-0 flex-1 overflow-y-auto">
        <ul className="grid gap-0.5">
          {library &&
            placesIn(library).map((place) => (
              <li key={place.name}>
                <SidebarLink
                  destination={place}
                  count={place.name === "browse" ? library.fileCount : null}
                  isSmall={isCollapsed}
                  onLeave={onLeave}
                />
              </li>
            ))}
        </ul>
        <ul className="mt-2.5 grid gap-0.5 border-line border-t pt-2.5">
          {shell &&
            placesOutside(shell.me).map((place) => (
              <li key={place.name}>
                <SidebarLink destination={place} count={null} isSmall={isCollapsed} onLeave={onLeave} />
              </li>
            ))}
        </ul>
      </nav>
      <div className="flex items-end justify-between gap-2 pt-2 pb-1">
        {library && !isCollapsed && <StorageUse sizeBytes={library.sizeBytes} />}
        {onCollapse && (
          <Hint label={collapseLabel}>
            <IconButton
              label={collapseLabel}
              title={undefined}
              aria-expanded={!isCollapsed}
              onClick={() => onCollapse(!isCollapsed)}
              className={isCollapsed ? "mx-auto" : "ml-auto"}
            >
              <CollapseIcon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            </IconButton>
          </Hint>
        )}
      </div>
    </div>
  );
}
