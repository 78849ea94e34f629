import { type PointerEvent, useRef } from "react";
import { indexUnder, isControl } from "./use-marquee.ts";

/** A finger that rests this long selects, ms; one that moves further than this scrolls, px. */
const pressMs = 450;
const slackPx = 10;

/** Tells of a finger that rests on an item. The click that follows is not one. */
export function useLongPress(onPress: (index: number) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const start = useRef({ x: 0, y: 0 });
  const swallowsClick = useRef(false);
  const stop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  return {
    /** @returns whether the click that comes now only ends a press; asked once */
    takeClick() {
      const swallowed = swallowsClick.current;
      swallowsClick.current = false;
      return swallowed;
    },
    onPointerDown(event: PointerEvent) {
      stop();
      swallowsClick.current = false;
      const index = indexUnder(event.target);
      if (event.pointerType === "mouse" || index === null || isControl(event.target)) return;
      start.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => {
        swallowsClick.current = true;
        navigator.vibrate?.(10);
        onPress(index);
      }, pressMs);
    },
    onPointerMove(event: PointerEvent) {
      const moved = Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y);
      if (timer.current !== undefined && moved > slackPx) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}
