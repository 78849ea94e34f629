"use client";

import { ContextMenu } from "radix-ui";
import { type MouseEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useSelectedCount } from "../../components/justified-grid/grid-selection.ts";
import { noSelection, toggled } from "../../components/justified-grid/selection.ts";
import { indexUnder } from "../../components/justified-grid/use-marquee.ts";
import { type SelectedFiles, useSelectionActs } from "./use-selection-acts.tsx";

/** The menu of a right click, or of the menu key, on a tile: it selects the tile unless it is selected, and acts on what is. */
export function SelectionMenu({ children, ...selected }: SelectedFiles & { children: ReactNode }) {
  const { selection, list } = selected;
  const count = useSelectedCount(selection);
  const { acts, dialog } = useSelectionActs(selected, count);
  const isTouch = useRef(false);
  const choose = (event: MouseEvent) => {
    const index = indexUnder(event.target);
    const key = index === null ? undefined : list.keyOf(index);
    // A finger that rests selects; it opens no menu. Beside the tiles the browser's own is left.
    if (isTouch.current || key === undefined) {
      if (isTouch.current) event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!selection.getState().keys.has(key)) selection.setState(toggled(noSelection, key), true);
  };
  const note = (event: PointerEvent) => {
    isTouch.current = event.pointerType !== "mouse";
  };
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>
        <div onContextMenuCapture={choose} onPointerDownCapture={note}>
          {children}
        </div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="z-50 min-w-56 animate-rise rounded-float border border-line bg-raised p-1.5 shadow-float focus:outline-none">
          {acts.map(({ id, label, Icon, isDangerous, run }) => (
            <ContextMenu.Item
              key={id}
              onSelect={run}
              className={`flex min-h-9 w-full select-none items-center gap-3 rounded-control px-2.5 py-1.5 text-left outline-none data-[highlighted]:bg-[color-mix(in_srgb,var(--text)_8%,transparent)] ${isDangerous ? "text-failed" : ""}`}
            >
              <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
              {label}
            </ContextMenu.Item>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
      {dialog}
    </ContextMenu.Root>
  );
}
