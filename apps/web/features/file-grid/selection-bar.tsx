"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { type GridSelection, useSelectedCount } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import { useIsDragging } from "../../components/justified-grid/use-is-dragging.ts";
import { Menu, MenuItem } from "../../components/menu.tsx";
import type { ShortcutId } from "../shortcuts/shortcuts.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import {
  isGroup,
  type SelectionAct,
  type SelectionActGroup,
  usePageSelection,
  useSelectionActs,
} from "./selection-acts.tsx";

/** The bar over a page while something is selected: how many, and what can be done with them. Else, and while it is dragged, the page's own. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const selection = usePageSelection();
  return selection ? <BarOrOwn selection={selection}>{children}</BarOrOwn> : children;
}

function BarOrOwn({ selection, children }: { selection: GridSelection; children: ReactNode }) {
  const count = useSelectedCount(selection);
  // What is dragged can be dropped on the way to the open folder, which the page's own bar shows.
  const isDragging = useIsDragging();
  // The page's own bar stays where it is, so that what stands below does not move.
  return count === 0 || isDragging ? children : <Bar {...{ selection, count }} />;
}

function Bar({ count, selection }: { count: number; selection: GridSelection }) {
  const acts = useSelectionActs();
  const t = useTranslations("selection");
  const format = useFormatter();
  const letGo = () => selection.setState(noSelection, true);
  // Wherever the focus is: in the grid, on this bar, or on nothing after an act.
  useShortcut("clearSelection", letGo);
  return (
    <div
      role="toolbar"
      aria-label={t("bar")}
      className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-2 border-line border-b bg-[color-mix(in_srgb,var(--accent)_14%,var(--background))] px-5 max-md:gap-0 max-md:px-2"
    >
      <IconButton label={t("clear")} onClick={letGo}>
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </IconButton>
      <p role="status" className="min-w-0 flex-1 truncate font-semibold text-15 tabular-nums max-md:min-w-9">
        <span className="max-md:sr-only">{t("count", { count })}</span>
        <span aria-hidden="true" className="md:hidden">
          {format.number(count)}
        </span>
      </p>
      <div className="flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none] max-md:gap-0">
        {acts.map((act) =>
          isGroup(act) ? <GroupButton key={act.id} group={act} /> : <ActButton key={act.id} act={act} />,
        )}
      </div>
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

function GroupButton({ group: { label, Icon, acts } }: { group: SelectionActGroup }) {
  return (
    <>
      <Menu
        trigger={
          <IconButton label={label} className="!text-text">
            <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          </IconButton>
        }
      >
        {acts.map(({ id, label, Icon, run }) => (
          <MenuItem key={id} onSelect={run}>
            <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            {label}
          </MenuItem>
        ))}
      </Menu>
      {acts.map(
        ({ id, shortcut, run }) => shortcut !== null && <ActShortcut key={id} {...{ shortcut, run }} />,
      )}
    </>
  );
}

function ActShortcut({ shortcut, run }: { shortcut: ShortcutId; run(): void }) {
  useShortcut(shortcut, run);
  return null;
}
