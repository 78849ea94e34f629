"use client";

import { type PointerEvent, useRef, useState } from "react";
import { followFinger, isDoubleTap, swipeOf, type Tap } from "./swipe.ts";
import type { Zoomer } from "./use-zoom.ts";
import type { Point } from "./zoom.ts";

/** What fingers do besides zooming. */
interface Swipes {
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
}

/** A finger that trembles less than this taps, px. */
const tremblePx = 8;

/**
 * What mouse and fingers do to a picture: drag and pinch, double click and double tap; while the picture is whole, a swipe turns
 * or closes. `drag` is how far the whole picture follows a finger; null while there is none.
 */
export function useGestures(zoomer: Zoomer, { onSwipe, onSwipeDown }: Swipes) {
  const [drag, setDrag] = useState<Point | null>(null);
  const pointers = useRef(new Map<number, Point>());
  const start = useRef<Point | null>(null);
  const lastTap = useRef<Tap | null>(null);
  const isTouch = useRef(false);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    isTouch.current = event.pointerType === "touch";
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = zoomer.pointOf(event);
    pointers.current.set(event.pointerId, point);
    start.current = pointers.current.size === 1 ? point : null;
    setDrag(null);
  };

  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = zoomer.pointOf(event);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      zoomer.zoomBy(factor, { xPx: (now.xPx + other.xPx) / 2, yPx: (now.yPx + other.yPx) / 2 });
    } else if (zoomer.zoom.scale > 1) zoomer.panBy(between(before, now));
    else if (start.current && event.pointerType !== "mouse")
      setDrag(followFinger(between(start.current, now)));
  };

  const onPointerUp = (event: PointerEvent) => {
    const from = start.current;
    pointers.current.delete(event.pointerId);
    start.current = null;
    setDrag(null);
    if (!from || event.pointerType === "mouse" || event.type === "pointercancel") return;
    const point = zoomer.pointOf(event);
    const by = between(from, point);
    if (Math.hypot(by.xPx, by.yPx) < tremblePx) {
      const tap = { ...point, atMs: event.timeStamp };
      const isSecond = isDoubleTap(lastTap.current, tap);
      lastTap.current = isSecond ? null : tap;
      if (isSecond) zoomer.toggleAt(point);
      return;
    }
    const swipe = zoomer.zoom.scale > 1 ? null : swipeOf(by);
    if (swipe === "close") onSwipeDown();
    else if (swipe !== null) onSwipe(swipe === "next" ? 1 : -1);
  };

  return {
    drag,
    handlers: {
      // Not every browser tells of a double tap so: those of fingers are counted above.
      onDoubleClick: (event: { clientX: number; clientY: number }) =>
        !isTouch.current && zoomer.toggleAt(zoomer.pointOf(event)),
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
    },
  };
}

const between = (from: Point, to: Point): Point => ({ xPx: to.xPx - from.xPx, yPx: to.yPx - from.yPx });

const distance = (a: Point, b: Point) => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
