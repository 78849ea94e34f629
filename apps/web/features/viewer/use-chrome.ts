"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** How long the controls stay after the last movement, ms. */
const showMs = 3_000;

/** Whether the controls around a picture are shown: after a movement for a while, and as long as a key has the focus. */
export function useChrome() {
  const [isShown, setIsShown] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback(() => {
    setIsShown(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // A person who goes by keyboard must see where the focus is.
      if (document.activeElement?.matches("[data-chrome] :focus-visible, [data-chrome]:focus-visible"))
        return;
      setIsShown(false);
    }, showMs);
  }, []);
  useEffect(() => {
    show();
    return () => clearTimeout(timer.current);
  }, [show]);
  return { isShown, show };
}
