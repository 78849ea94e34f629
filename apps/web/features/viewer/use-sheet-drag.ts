"use client";

import { type PointerEvent, useRef, useState } from "react";

/** How far a sheet is pulled down before it closes, px. */
const closePx = 80;

/** A sheet that a finger pulls down by its head: it follows, and closes when it was pulled far enough. */
export function useSheetDrag(onClose: () => void) {
  const [pulledPx, setPulledPx] = useState(0);
  const startPx = useRef<number | null>(null);
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      // A button in the head is pressed, not pulled.
      if (event.target instanceof Element && event.target.closest("button")) return;
      startPx.current = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (startPx.current !== null) setPulledPx(Math.max(0, clientY - startPx.current));
    },
    onPointerUp: () => {
      startPx.current = null;
      setPulledPx(0);
      if (pulledPx > closePx) onClose();
    },
    onPointerCancel: () => {
      startPx.current = null;
      setPulledPx(0);
    },
  };
  return { pulledPx, handlers };
}
