"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { type GridSelection, useSelectedCount } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import { useTrash } from "../trash/use-trash.ts";

/** What the bar takes. */
interface SelectionBarProps {
  library: LibrarySummary;
  selection: GridSelection;
  /** The page's own bar, which stands there while nothing is selected. */
  children: ReactNode;
}

/** The bar over a page while something is selected: how many, and what can be done with them. */
export function SelectionBar({ library, selection, children }: SelectionBarProps) {
  const count = useSelectedCount(selection);
  return count === 0 ? children : <Bar library={library} selection={selection} count={count} />;
}

function Bar({ library, selection, count }: Omit<SelectionBarProps, "children"> & { count: number }) {
  const t = useTranslations("browse");
  const { trash } = useTrash(library.libraryId);
  const clear = () => selection.setState(noSelection, true);
  return (
    <header
      role="toolbar"
      aria-label={t("selectionBar")}
      className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-2 border-line border-b bg-[color-mix(in_srgb,var(--accent)_14%,var(--background))] px-5 max-md:px-2"
    >
      <IconButton label={t("clearSelection")} onClick={clear}>
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </IconButton>
      <p role="status" className="min-w-0 flex-1 truncate font-semibold text-15 tabular-nums">
        {t("selected", { count })}
      </p>
      {isAllowed(library, "move files to the trash") && (
        <IconButton
          label={t("trashSelected")}
          onClick={() => {
            trash([...selection.getState().keys]);
            clear();
          }}
        >
          <Trash2 aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
        </IconButton>
      )}
    </header>
  );
}
