import type { Point } from "./zoom.ts";

/** How far a finger must go sideways to turn the page, px; down to close it half as far again. */
const swipePx = 60;
/** How much more one way than the other it must go. */
const clearly = 1.5;

/** What a finger that was lifted meant; null when it did not go far enough, or no clear way. */
export function swipeOf({ xPx, yPx }: Point): "next" | "previous" | "close" | null {
  if (Math.abs(xPx) > swipePx && Math.abs(xPx) > Math.abs(yPx) * clearly)
    return xPx < 0 ? "next" : "previous";
  if (yPx > swipePx * clearly && yPx > Math.abs(xPx) * clearly) return "close";
  return null;
}

/** How a whole picture follows a finger: along the way it mostly goes, and never up. */
export function followFinger({ xPx, yPx }: Point): Point {
  return Math.abs(xPx) >= Math.abs(yPx) ? { xPx, yPx: 0 } : { xPx: 0, yPx: Math.max(0, yPx) };
}

/** A finger that touched and was lifted. */
export interface Tap extends Point {
  atMs: number;
}

/** @returns whether a tap is the second of a double tap: soon after the first, and close to it */
export function isDoubleTap(before: Tap | null, now: Tap): boolean {
  if (!before || now.atMs - before.atMs > 300) return false;
  return Math.hypot(now.xPx - before.xPx, now.yPx - before.yPx) < 40;
}
