"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { useSelectedCount } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import type { ShortcutId } from "../shortcuts/shortcuts.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { type SelectedFiles, type SelectionAct, useSelectionActs } from "./use-selection-acts.tsx";

/** The bar over a page while something is selected: how many, and what can be done with them. */
export function SelectionBar({ children, ...selected }: SelectedFiles & { children: ReactNode }) {
  const count = useSelectedCount(selected.selection);
  // The page's own bar stays where it is, so that what stands below does not move.
  return count === 0 ? children : <Bar {...selected} count={count} />;
}

function Bar({ count, ...selected }: SelectedFiles & { count: number }) {
  const t = useTranslations("selection");
  const { acts, dialog } = useSelectionActs(selected, count);
  return (
    <div
      role="toolbar"
      aria-label={t("bar")}
      className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-2 border-line border-b bg-[color-mix(in_srgb,var(--accent)_14%,var(--background))] px-5 max-md:gap-0 max-md:px-2"
    >
      <IconButton label={t("clear")} onClick={() => selected.selection.setState(noSelection, true)}>
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </IconButton>
      <p role="status" className="min-w-0 flex-1 truncate font-semibold text-15 tabular-nums">
        {t("count", { count })}
      </p>
      <div className="flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none] max-md:gap-0">
        {acts.map((act) => (
          <ActButton key={act.id} act={act} />
        ))}
      </div>
      {dialog}
    </div>
  );
}

function ActButton({ act: { label, Icon, shortcut, run } }: { act: SelectionAct }) {
  return (
    <IconButton label={label} onClick={run} className="!text-text">
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      {shortcut && <ActShortcut {...{ shortcut, run }} />}
    </IconButton>
  );
}

function ActShortcut({ shortcut, run }: { shortcut: ShortcutId; run(): void }) {
  useShortcut(shortcut, run);
  return null;
}
