"use client";

import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { draggedKeys, hasDraggedKeys } from "../../components/justified-grid/dragged-keys.ts";
import { cellUnder } from "../../components/justified-grid/use-marquee.ts";
import type { FileList } from "../file-grid/file-list.ts";
import { beforeAt, inOrder } from "./arrange-places.ts";

/** What arranging by dragging takes. */
interface ArrangeByDragProps {
  list: FileList;
  /** @param before the file that the others go before; null for the end */
  onArrange(fileIds: string[], before: string | null): void;
  children: ReactNode;
}

/** A gap between files that something would fall into; px from the top left of the grid. */
interface Gap {
  index: number;
  leftPx: number;
  topPx: number;
  heightPx: number;
}

/** A grid whose files are dragged to another place among themselves; a line says where they would go. */
export function ArrangeByDrag({ list, onArrange, children }: ArrangeByDragProps) {
  const root = useRef<HTMLDivElement>(null);
  const [gap, setGap] = useState<Gap | null>(null);

  const gapUnder = (event: DragEvent): Gap | null => {
    const cell = cellUnder(event.target);
    const from = root.current?.getBoundingClientRect();
    if (!cell || !from) return null;
    const box = cell.getBoundingClientRect();
    const isAfter = event.clientX > box.left + box.width / 2;
    return {
      index: Number(cell.dataset.index) + (isAfter ? 1 : 0),
      leftPx: (isAfter ? box.right : box.left) - from.left,
      topPx: box.top - from.top,
      heightPx: box.height,
    };
  };
  const onDragOver = (event: DragEvent) => {
    if (!hasDraggedKeys(event.dataTransfer)) return;
    const next = gapUnder(event);
    // Between two cells the last one counts on.
    if (next) setGap(next);
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
  };
  const onDrop = async (event: DragEvent) => {
    const chosen = new Set(draggedKeys(event.dataTransfer));
    const to = gapUnder(event) ?? gap;
    setGap(null);
    if (!to || chosen.size === 0) return;
    event.preventDefault();
    onArrange(inOrder(list, chosen), await beforeAt(list, to.index, chosen));
  };
  const onDragLeave = ({ relatedTarget }: DragEvent) => {
    const isInside = relatedTarget instanceof Node && root.current?.contains(relatedTarget);
    if (!isInside) setGap(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dragged by a pointer goes by keys and by the menu too.
    <div
      ref={root}
      className="relative"
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={(event) => void onDrop(event)}
    >
      {children}
      {gap && (
        <div
          className="pointer-events-none absolute z-20 w-[3px] -translate-x-1/2 rounded-full bg-accent"
          style={{ left: gap.leftPx, top: gap.topPx, height: gap.heightPx }}
        />
      )}
    </div>
  );
}
