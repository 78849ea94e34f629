"use client";

import { type PointerEvent, type SyntheticEvent, useEffect, useRef } from "react";

/** How long a finger lies still before it holds, ms. */
const holdMs = 350;
/** How far it may tremble, px. */
const tremblePx = 8;

/** Tells when a finger is held on an element, and when it is lifted. A finger that moves, and a mouse, hold nothing. */
export function usePressAndHold({ onHold, onRelease }: { onHold(): void; onRelease(): void }) {
  const press = useRef<{ timer: NodeJS.Timeout; xPx: number; yPx: number } | null>(null);

  const release = () => {
    if (!press.current) return;
    clearTimeout(press.current.timer);
    press.current = null;
    onRelease();
  };
  useEffect(() => () => clearTimeout(press.current?.timer), []);

  return {
    onPointerDownCapture({ pointerType, isPrimary, clientX, clientY }: PointerEvent) {
      if (pointerType === "mouse" || !isPrimary) return release();
      press.current = { timer: setTimeout(onHold, holdMs), xPx: clientX, yPx: clientY };
    },
    onPointerMoveCapture({ clientX, clientY }: PointerEvent) {
      if (!press.current) return;
      const { xPx, yPx } = press.current;
      if (Math.hypot(clientX - xPx, clientY - yPx) > tremblePx) release();
    },
    onPointerUpCapture: release,
    onPointerCancelCapture: release,
    /** A long press would open the browser's menu over what it shows. */
    onContextMenu(event: SyntheticEvent) {
      if (press.current) event.preventDefault();
    },
  };
}
