"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** How long the controls stay after the last movement, ms. */
const showMs = 3_000;

/**
 * Whether the controls around a picture are shown: after a movement for a while, and as long as a key has the focus. A mouse
 * shows them by moving; a finger shows and hides them by a tap beside them.
 */
export function useChrome() {
  const [isShown, setIsShown] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = useCallback(() => {
    // A person who goes by keyboard must see where the focus is.
    if (document.activeElement?.matches("[data-chrome] :focus-visible, [data-chrome]:focus-visible")) return;
    setIsShown(false);
  }, []);
  const show = useCallback(() => {
    setIsShown(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(hide, showMs);
  }, [hide]);
  useEffect(() => {
    show();
    return () => clearTimeout(timer.current);
  }, [show]);

  const isTouch = useRef(false);
  const handlers = {
    onPointerDownCapture: ({ pointerType }: { pointerType: string }) => {
      isTouch.current = pointerType === "touch";
      if (!isTouch.current) show();
    },
    onPointerMove: ({ pointerType }: { pointerType: string }) => pointerType !== "touch" && show(),
    onClick: ({ target }: { target: EventTarget }) => {
      if (!isTouch.current) return;
      if (!isShown || (target instanceof Element && target.closest("[data-chrome]"))) show();
      else hide();
    },
  };
  return { isShown, show, handlers };
}
