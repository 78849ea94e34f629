import { type DragEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { dragKeys } from "./dragged-keys.ts";
import type { GridItems } from "./grid-items.ts";
import type { GridLayout } from "./grid-layout.ts";
import type { GridSelection } from "./grid-selection.ts";
import { type GridPoint, type GridRect, itemsWithin, rectBetween } from "./marquee.ts";
import { noSelection, type Selection, withKeys } from "./selection.ts";
import type { GridWindow } from "./use-grid-window.ts";

/** A pointer that moves less than this has clicked, px. */
const slackPx = 5;

/** Nearer than this to the edge of what scrolls, the page moves along, px; by so much a frame at most. */
const edgePx = 60;
const fastestPx = 28;

/** What a marquee is drawn over. */
interface MarqueeOptions {
  root: RefObject<HTMLElement | null>;
  scroller: HTMLElement | null;
  layout: GridLayout;
  items: GridItems;
  window: GridWindow;
  /** Undefined where nothing can be selected. */
  selection: GridSelection | undefined;
}

/** A rectangle being drawn: where it began, and what was selected then. */
interface Drawing {
  start: GridPoint;
  before: Selection;
  pointer: { clientX: number; clientY: number };
  hasMoved: boolean;
}

/**
 * Selects what a rectangle touches that a mouse draws. On something selected a drag is left to the browser: it moves what is selected.
 * @returns the rectangle while it is drawn, handlers for the grid, and whether the next click only ends a drawing
 */
export function useMarquee(options: MarqueeOptions) {
  const { root, scroller, items, window: view, selection } = options;
  const [rect, setRect] = useState<GridRect | null>(null);
  const drawing = useRef<Drawing | null>(null);
  const swallowsClick = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): GridPoint => {
    const box = root.current?.getBoundingClientRect();
    return {
      xPx: clientX - (box?.left ?? 0),
      yPx: clientY - (box?.top ?? 0) + latest.current.window.originPx,
    };
  };
  const redraw = () => {
    const now = drawing.current;
    if (!now?.hasMoved || !selection) return;
    const next = rectBetween(now.start, pointOf(now.pointer));
    setRect(next);
    const touched = itemsWithin(latest.current.layout, next).flatMap(
      (index) => latest.current.items.keyOf(index) ?? [],
    );
    selection.setState(withKeys(now.before, touched), true);
  };

  // Near an edge the page moves on under a pointer that rests.
  const isDrawn = rect !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: redraw reads what is latest.
  useEffect(() => {
    if (!isDrawn || !scroller) return;
    let frame = requestAnimationFrame(function step() {
      const box = scroller.getBoundingClientRect();
      const y = drawing.current?.pointer.clientY ?? 0;
      const below = Math.max(0, y - (box.bottom - edgePx));
      const above = Math.max(0, box.top + edgePx - y);
      const speed = Math.min(1, (below || above) / edgePx) * fastestPx;
      if (speed > 0) {
        scroller.scrollTop += below > 0 ? speed : -speed;
        redraw();
      }
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [isDrawn, scroller]);

  const end = () => {
    if (drawing.current?.hasMoved) swallowsClick.current = true;
    drawing.current = null;
    setRect(null);
  };
  return {
    rect: rect && { ...rect, topPx: rect.topPx - view.originPx, bottomPx: rect.bottomPx - view.originPx },
    /** @returns whether the click that comes now only ends a drawing; asked once */
    takeClick() {
      const swallowed = swallowsClick.current;
      swallowsClick.current = false;
      return swallowed;
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      swallowsClick.current = false;
      if (!selection || event.pointerType !== "mouse" || event.button !== 0 || isControl(event.target))
        return;
      const key = keyUnder(event.target, items);
      const current = selection.getState();
      if (key !== undefined && current.keys.has(key)) return;
      const keeps = event.ctrlKey || event.metaKey || event.shiftKey;
      drawing.current = {
        start: pointOf(event),
        before: keeps ? current : noSelection,
        pointer: event,
        hasMoved: false,
      };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = drawing.current;
      if (!now) return;
      if ((event.buttons & 1) === 0) return end();
      const { xPx, yPx } = pointOf(event);
      if (!now.hasMoved && Math.hypot(xPx - now.start.xPx, yPx - now.start.yPx) < slackPx) return;
      if (!now.hasMoved) root.current?.setPointerCapture(event.pointerId);
      now.hasMoved = true;
      now.pointer = { clientX: event.clientX, clientY: event.clientY };
      redraw();
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** The browser would drag a picture or a link: that is for what is selected. */
    onDragStart(event: DragEvent) {
      const key = keyUnder(event.target, items);
      const keys = selection?.getState().keys;
      // A marquee selects what it begins on, which does not make it a drag.
      if (!drawing.current && key !== undefined && keys?.has(key)) dragKeys(event.dataTransfer, keys);
      else event.preventDefault();
    },
  };
}

/** Controls in a cell do what they do. */
export const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("[data-grid-control]") !== null;

/** @returns the cell under an event, null beside all */
export const cellUnder = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;

/** @returns the place of the item under an event, null beside all */
export function indexUnder(target: EventTarget): number | null {
  const cell = cellUnder(target);
  return cell ? Number(cell.dataset.index) : null;
}

function keyUnder(target: EventTarget, items: GridItems): string | undefined {
  const index = indexUnder(target);
  return index === null ? undefined : items.keyOf(index);
}
