"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { ContextMenu } from "radix-ui";
import { type MouseEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { noSelection, toggled } from "../../components/justified-grid/selection.ts";
import { indexUnder } from "../../components/justified-grid/use-marquee.ts";
import type { FileList } from "./file-list.ts";
import { isGroup, type SelectionAct, usePageSelection, useSelectionActs } from "./selection-acts.tsx";

const panel =
  "z-50 min-w-56 animate-rise rounded-float border border-line bg-raised p-1.5 shadow-float focus:outline-none";
const row =
  "flex min-h-9 w-full select-none items-center gap-3 rounded-control px-2.5 py-1.5 text-left outline-none data-[highlighted]:bg-[color-mix(in_srgb,var(--text)_8%,transparent)]";

/** The menu of a right click, or of the menu key, on a tile: it selects the tile unless it is selected, and acts on what is. */
export function SelectionMenu({ list, children }: { list: FileList; children: ReactNode }) {
  const selection = usePageSelection();
  const acts = useSelectionActs();
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
    if (!selection?.getState().keys.has(key)) selection?.setState(toggled(noSelection, key), true);
  };
  const note = (event: PointerEvent) => {
    isTouch.current = event.pointerType !== "mouse";
  };
  if (!selection) return children;
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>
        <div onContextMenuCapture={choose} onPointerDownCapture={note}>
          {children}
        </div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className={panel}>
          {acts.map((act) =>
            isGroup(act) ? (
              <ContextMenu.Sub key={act.id}>
                <ContextMenu.SubTrigger className={row}>
                  <act.Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
                  {act.label}
                  <ChevronRight aria-hidden="true" className="ml-auto size-4 text-muted" />
                </ContextMenu.SubTrigger>
                <ContextMenu.Portal>
                  <ContextMenu.SubContent className={panel}>
                    {act.acts.map((inner) => (
                      <ActItem key={inner.id} act={inner} />
                    ))}
                  </ContextMenu.SubContent>
                </ContextMenu.Portal>
              </ContextMenu.Sub>
            ) : (
              <ActItem key={act.id} act={act} />
            ),
          )}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function ActItem({ act: { label, Icon, isDangerous, run } }: { act: SelectionAct }) {
  return (
    <ContextMenu.Item onSelect={run} className={clsx(row, isDangerous && "text-failed")}>
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      {label}
    </ContextMenu.Item>
  );
}
