"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useEffect, useRef } from "react";
import { drawnSections, indexSpan } from "./drawn-sections.ts";
import { GridCellView } from "./grid-cell.tsx";
import type { GridItems } from "./grid-items.ts";
import { GridSectionView } from "./grid-section.tsx";
import type { GridSelection } from "./grid-selection.ts";
import { moveFocus } from "./move-focus.ts";
import { selectingIn } from "./selecting.ts";
import { useGridFocus } from "./use-grid-focus.ts";
import { type GridHandle, useGridHandle } from "./use-grid-handle.ts";
import { type GridSizes, useGridLayout } from "./use-grid-layout.ts";
import { useGridPlace } from "./use-grid-place.ts";
import { useGridWindow } from "./use-grid-window.ts";
import { useLongPress } from "./use-long-press.ts";
import { indexUnder, isControl, useMarquee } from "./use-marquee.ts";

/** What a cell is drawn with. */
export interface GridCell {
  index: number;
  key: string;
  widthPx: number;
  /** With the caption. */
  heightPx: number;
  /** The cell that Tab reaches: its control has tabIndex 0, all others −1. */
  isCurrent: boolean;
  /** The view passes over it: as little as can be is drawn until it rests. */
  isPassing: boolean;
}

/** What the grid takes. */
export interface JustifiedGridProps extends GridSizes {
  label: string;
  items: GridItems;
  /** Undefined where nothing can be selected. */
  selection?: GridSelection | undefined;
  renderHeading(section: number, isPassing: boolean): ReactNode;
  renderCell(cell: GridCell): ReactNode;
  /** More was to be selected than one act takes. */
  onFull?(): void;
  /** What was to be selected could not be loaded. */
  onFailed?(error: unknown): void;
  /** Another item is the first in view. */
  onView?: ((index: number) => void) | undefined;
  handle?: Ref<GridHandle>;
}

/** Marks the control in a cell that takes the focus of the cell. */
export const gridFocusAttribute = { "data-grid-focus": "" };

/** Marks a control in a cell that has a purpose of its own: a click on it neither opens nor selects. */
export const gridControlAttribute = { "data-grid-control": "" };

const nothing = () => {};

/**
 * The one grid of pictures: justified rows under headings, of which only those in view exist, however many there are.
 * Selected by click, Ctrl, Shift, a marquee, keys and a finger that rests. Keyboard as in the ARIA grid pattern: one Tab stop, arrows
 * move between cells, Space selects, Shift extends, Ctrl+A takes all, Escape lets go.
 */
export function JustifiedGrid(props: JustifiedGridProps) {
  const { label, items, selection, renderHeading, renderCell, onFull = nothing, onFailed = nothing } = props;
  const root = useRef<HTMLDivElement>(null);
  const place = useGridPlace(root);
  const layout = useGridLayout(items, place.widthPx, props);
  const view = useGridWindow(place, layout, items);
  const focus = useGridFocus({ root, items, layout, reveal: view.reveal });
  const selecting = selection && selectingIn(selection, { items, onFull, onFailed });
  const marquee = useMarquee({ root, scroller: place.scroller, layout, items, window: view, selection });
  const press = useLongPress((index) => selecting?.toggle(index));
  useGridHandle(props.handle, { layout, view, focus: focus.to });

  const sections = drawnSections(layout, { ...view.drawn, originPx: view.originPx }, focus.index);
  const { first, count } = indexSpan(layout, view.drawn);
  useEffect(() => {
    if (count > 0) items.want(first, count);
  }, [items, first, count]);

  const seen = indexSpan(layout, {
    topPx: Math.max(0, view.topPx) + layout.shape.gapPx,
    bottomPx: view.bottomPx,
  });
  const { onView } = props;
  useEffect(() => onView?.(seen.first), [onView, seen.first]);

  /** A dialog that a cell has opened stands elsewhere in the page: what is done in it is not done to the grid. */
  const isWithin = ({ target }: { target: EventTarget }) =>
    target instanceof Node && root.current?.contains(target) === true;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.defaultPrevented || !isWithin(event)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (selecting && isCommand && event.key.toLowerCase() === "a") selecting.all();
    else if (selecting && event.key === " " && !isControl(event.target)) selecting.toggle(focus.index);
    else if (selecting?.isActive && event.key === "Escape") selecting.clear();
    else {
      const next = event.metaKey ? null : moveFocus(layout, focus.index, event);
      if (next === null) return;
      if (event.shiftKey && selecting) selecting.extendTo(next, focus.index);
      focus.to(next);
    }
    event.preventDefault();
  };
  const onClickCapture = (event: MouseEvent) => {
    const isEndOfGesture = marquee.takeClick() || press.takeClick();
    const index = indexUnder(event.target);
    if (!selecting || isControl(event.target)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (!isEndOfGesture) {
      if (index === null || !(isCommand || event.shiftKey || selecting.isActive)) return;
      if (event.shiftKey) selecting.extendTo(index);
      else selecting.toggle(index);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are placed, a table cannot be.
    <div
      ref={root}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={layout.lineCount}
      aria-multiselectable={selection ? true : undefined}
      className="relative w-full touch-pan-y select-none outline-none [overflow-anchor:none]"
      style={{ height: view.elementHeightPx }}
      onKeyDown={onKeyDown}
      onClickCapture={onClickCapture}
      onPointerDown={(event) => {
        if (!isWithin(event)) return;
        marquee.onPointerDown(event);
        press.onPointerDown(event);
      }}
      onPointerMove={(event) => {
        marquee.onPointerMove(event);
        press.onPointerMove(event);
      }}
      onPointerUp={() => {
        marquee.onPointerUp();
        press.onPointerUp();
      }}
      onPointerCancel={() => {
        marquee.onPointerCancel();
        press.onPointerCancel();
      }}
      onDragStart={marquee.onDragStart}
    >
      {sections.map((drawn) => (
        <GridSectionView
          key={items.sections[drawn.section]?.key ?? drawn.section}
          drawn={drawn}
          heading={renderHeading(drawn.section, view.isPassing)}
          renderRow={({ row, first }) =>
            row.cells.map((cell) => {
              const index = first + cell.index;
              const key = items.keyOf(index);
              const { leftPx, widthPx } = cell;
              const isCurrent = index === focus.index;
              const isPassing = view.isPassing && !isCurrent;
              return (
                <GridCellView
                  key={key ?? index}
                  {...{ index, leftPx, widthPx }}
                  selection={isPassing ? undefined : selection}
                  itemKey={key}
                  onFocus={() => focus.note(index)}
                >
                  {key !== undefined &&
                    renderCell({ index, key, widthPx, heightPx: row.heightPx, isCurrent, isPassing })}
                </GridCellView>
              );
            })
          }
        />
      ))}
      {marquee.rect && (
        <div
          className="pointer-events-none absolute z-20 border border-accent bg-selection"
          style={{
            left: marquee.rect.leftPx,
            top: marquee.rect.topPx,
            width: marquee.rect.rightPx - marquee.rect.leftPx,
            height: marquee.rect.bottomPx - marquee.rect.topPx,
          }}
        />
      )}
    </div>
  );
}
