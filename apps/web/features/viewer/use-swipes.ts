"use client";

import { type PointerEvent, useRef } from "react";
import { swipeOf } from "./swipe.ts";

/** What a finger does to what is played, which is never zoomed. */
interface Swipes {
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
}

/** Tells of fingers that swipe over an element; it must be of the class `touch-none`, or the browser takes them for itself. */
export function useSwipes({ onSwipe, onSwipeDown }: Swipes) {
  const start = useRef<{ id: number; xPx: number; yPx: number } | null>(null);
  return {
    onPointerDown: ({ pointerType, isPrimary, pointerId, clientX, clientY }: PointerEvent) => {
      start.current =
        pointerType === "touch" && isPrimary ? { id: pointerId, xPx: clientX, yPx: clientY } : null;
    },
    onPointerUp: ({ pointerId, clientX, clientY }: PointerEvent) => {
      const from = start.current;
      start.current = null;
      if (from?.id !== pointerId) return;
      const swipe = swipeOf({ xPx: clientX - from.xPx, yPx: clientY - from.yPx });
      if (swipe === "close") onSwipeDown();
      else if (swipe !== null) onSwipe(swipe === "next" ? 1 : -1);
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}
