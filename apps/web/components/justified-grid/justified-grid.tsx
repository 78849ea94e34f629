"use client";

import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  useVirtualizer,
} from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { GridRow } from "./grid-row.tsx";
import { type GridSection, layOutSections, lineOf } from "./lay-out-sections.ts";
import { moveFocus } from "./move-focus.ts";
import { useGridPlace } from "./use-grid-place.ts";

/** Gap between pictures, px. */
const gapPx = 3;

/** What stands over the top of what scrolls: a row must not be focused under it. */
const barHeightPx = 64;

/** Target height of a row; lower on a phone, where a row would hold a single picture. All px. */
const targetHeight = (widthPx: number) => (widthPx < 600 ? 140 : 215);

/** What a cell is drawn with. */
export interface GridCell {
  index: number;
  widthPx: number;
  heightPx: number;
  /** The cell that Tab reaches: its control has tabIndex 0, all others −1. */
  isCurrent: boolean;
}

/** What others may ask of a grid. */
export interface GridHandle {
  /** Brings a picture into view and gives it the focus. */
  focus(index: number): void;
}

/** What the grid takes. */
export interface JustifiedGridProps {
  label: string;
  sections: readonly GridSection[];
  renderHeading(section: number): ReactNode;
  renderCell(cell: GridCell): ReactNode;
  /** The last rows are near: time to load more. */
  onEndNear?(): void;
  handle?: Ref<GridHandle>;
}

/** Marks the control in a cell that takes the focus of the cell. */
export const gridFocusAttribute = { "data-grid-focus": "" };

/**
 * The one grid of pictures: justified rows under headings, of which only those in view exist.
 * Keyboard as in the ARIA grid pattern: one Tab stop, arrows move between cells.
 */
export function JustifiedGrid({
  label,
  sections,
  renderHeading,
  renderCell,
  onEndNear,
  handle,
}: JustifiedGridProps) {
  const root = useRef<HTMLDivElement>(null);
  const { scroller, offsetPx, widthPx } = useGridPlace(root);
  const [current, setCurrent] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const lines = useMemo(
    () =>
      widthPx > 0 ? layOutSections(sections, { widthPx, gapPx, targetHeightPx: targetHeight(widthPx) }) : [],
    [sections, widthPx],
  );
  const count = sections.reduce((sum, section) => sum + section.ratios.length, 0);
  const currentIndex = Math.min(current, Math.max(0, count - 1));
  const currentLine = lineOf(lines, currentIndex);

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: (place) => (lines[place]?.heightPx ?? 0) + rowGap(lines[place]?.kind),
    getItemKey: (place) => lines[place]?.key ?? place,
    scrollMargin: offsetPx,
    scrollPaddingStart: barHeightPx,
    overscan: 4,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    // The focused row stays mounted, or scrolling away would throw the focus out of the page.
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(lines.length - 1, endIndex + overscan);
      const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
      if (currentLine === -1 || (currentLine >= from && currentLine <= to)) return range;
      return [...range, currentLine].toSorted((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new sizes must be asked for when the lines change.
  useEffect(() => virtualizer.measure(), [lines, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lines.length > 0 && lastShown >= lines.length - 8) onEndNear?.();
  }, [lines, lastShown, onEndNear]);

  const focus = (index: number) => {
    setCurrent(index);
    setWanted(index);
    const line = lineOf(lines, index);
    if (line !== -1) virtualizer.scrollToIndex(line, { align: "auto" });
  };
  useImperativeHandle(handle, () => ({ focus }));
  useEffect(() => {
    if (wanted === null) return;
    const cell = root.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] [data-grid-focus]`);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    setWanted(null);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = moveFocus(lines, currentIndex, event);
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are placed, a table cannot be.
    <div
      ref={root}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={lines.length}
      className="relative w-full outline-none"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        const line = lines[item.index];
        if (!line) return null;
        return (
          <GridRow key={item.key} row={item.index + 1} topPx={item.start - offsetPx} line={line}>
            {line.kind === "heading"
              ? renderHeading(line.section)
              : line.cells.map((cell) => (
                  // biome-ignore lint/a11y/useSemanticElements: see the grid.
                  // biome-ignore lint/a11y/useFocusableInteractive: the control in the cell takes the focus.
                  <div
                    key={cell.index}
                    role="gridcell"
                    data-index={cell.index}
                    className="absolute top-0 h-full"
                    style={{ left: cell.leftPx, width: cell.widthPx }}
                    onFocus={() => setCurrent(cell.index)}
                  >
                    {renderCell({ ...cell, heightPx: line.heightPx, isCurrent: cell.index === currentIndex })}
                  </div>
                ))}
          </GridRow>
        );
      })}
    </div>
  );
}

const rowGap = (kind: "heading" | "row" | undefined) => (kind === "row" ? gapPx : 0);
