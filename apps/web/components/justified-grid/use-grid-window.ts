import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { GridItems } from "./grid-items.ts";
import { blockAt, type GridLayout, rowSpan } from "./grid-layout.ts";
import type { GridPlace } from "./use-grid-place.ts";

/** Browsers stop at 17 to 33 million px; a higher grid is moved under a window of this height. */
const mostHeightPx = 8_000_000;

/** What stands over the top of what scrolls: a row must not be focused under it, px. */
const barHeightPx = 64;

/** Rows this far out of view are drawn too, px. */
const overscanPx = 500;

/** A view that came from afar has rested when it stays this long, ms: until then nothing out of view is drawn. */
const leapMs = 100;

/** What of a grid is in view. Heights count from the top of the grid, px. */
export interface GridWindow {
  topPx: number;
  bottomPx: number;
  /** What is drawn, which is somewhat more. */
  drawn: { topPx: number; bottomPx: number };
  /** Whether it came from afar a moment ago and may be gone again with the next: what it shows is drawn as cheaply as can be. */
  isPassing: boolean;
  /** Height in the grid that stands at the top of its element: 0 unless the grid is higher than a browser can draw. */
  originPx: number;
  elementHeightPx: number;
  scrollTo(yPx: number): void;
  /** Scrolls as little as brings an item's row into view. */
  reveal(index: number): void;
}

/** The item that is kept where it is on the screen while what stands above it changes its height. */
interface Anchor {
  key: string | undefined;
  index: number;
  belowTopPx: number;
}

/** Follows the scrolling of a grid, and keeps what is in view in its place when rows above it are loaded, inserted or removed. */
export function useGridWindow(place: GridPlace, layout: GridLayout, items: GridItems): GridWindow {
  const { scroller, offsetPx } = place;
  const [view, setView] = useState({ scrollPx: 0, heightPx: 0, isLeap: false });
  const [originPx, setOrigin] = useState(0);
  const wanted = useRef<number | null>(null);
  const anchor = useRef<Anchor | null>(null);

  useLayoutEffect(() => {
    if (!scroller) return;
    const read = () => {
      const { scrollTop: scrollPx, clientHeight: heightPx } = scroller;
      // What has been scrolled to from here is known before the browser tells of it.
      setView((before) =>
        before.scrollPx === scrollPx && before.heightPx === heightPx
          ? before
          : { scrollPx, heightPx, isLeap: false },
      );
    };
    read();
    const target = scroller === document.documentElement ? window : scroller;
    target.addEventListener("scroll", read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(scroller);
    return () => {
      target.removeEventListener("scroll", read);
      observer.disconnect();
    };
  }, [scroller]);

  const scrollTo = useCallback(
    (yPx: number) => {
      if (!scroller) return;
      const next = originFor(yPx, { originPx, heightPx: layout.heightPx, viewPx: scroller.clientHeight });
      const scrollPx = Math.max(0, yPx - next + offsetPx);
      const heightPx = scroller.clientHeight;
      const isLeap = Math.abs(scroller.scrollTop + originPx - scrollPx - next) > heightPx;
      anchor.current = null;
      // A move that is drawn together with one before it takes its place.
      setOrigin(next);
      if (next === originPx) {
        wanted.current = null;
        scroller.scrollTop = scrollPx;
        // As far as it goes, in the steps that the browser scrolls by.
        setView({ scrollPx: scroller.scrollTop, heightPx, isLeap });
      } else {
        wanted.current = scrollPx;
        setView({ scrollPx, heightPx, isLeap });
      }
    },
    [scroller, originPx, offsetPx, layout],
  );

  useEffect(() => {
    if (!view.isLeap) return;
    const rest = () => startTransition(() => setView((now) => ({ ...now, isLeap: false })));
    const timer = setTimeout(rest, leapMs);
    return () => clearTimeout(timer);
  }, [view]);

  const topPx = view.scrollPx - offsetPx + originPx;

  // What was in view stays where it is when the layout has changed.
  useLayoutEffect(() => {
    const kept = anchor.current;
    if (!scroller || !kept || wanted.current !== null) return;
    const found = kept.key === undefined ? kept.index : items.indexOf(kept.key);
    const span = rowSpan(layout, found === -1 ? kept.index : found);
    if (!span) return;
    const moved = span.topPx + kept.belowTopPx - (scroller.scrollTop - offsetPx + originPx);
    if (Math.abs(moved) < 1) return;
    scroller.scrollTop += moved;
    setView({ scrollPx: scroller.scrollTop, heightPx: scroller.clientHeight, isLeap: false });
  }, [layout, items, scroller, offsetPx, originPx]);

  // A grid that is too high is moved on before its element ends.
  useLayoutEffect(() => {
    if (!scroller) return;
    if (wanted.current !== null) {
      scroller.scrollTop = wanted.current;
      wanted.current = null;
      return;
    }
    const next = originFor(topPx, { originPx, heightPx: layout.heightPx, viewPx: view.heightPx });
    if (next === originPx) return;
    wanted.current = view.scrollPx + originPx - next;
    setOrigin(next);
    setView({ ...view, scrollPx: wanted.current });
  }, [scroller, topPx, originPx, layout, view]);

  useLayoutEffect(() => {
    anchor.current = topPx > 0 ? anchorAt(layout, items, topPx + barHeightPx) : null;
    if (anchor.current) anchor.current.belowTopPx -= barHeightPx;
  }, [layout, items, topPx]);

  const reveal = (index: number) => {
    const span = rowSpan(layout, index);
    if (!span) return;
    if (span.topPx < topPx + barHeightPx) scrollTo(span.topPx - barHeightPx);
    else if (span.topPx + span.heightPx > topPx + view.heightPx)
      scrollTo(span.topPx + span.heightPx - view.heightPx + layout.shape.gapPx);
  };
  const bottomPx = topPx + view.heightPx;
  const beyondPx = view.isLeap ? 0 : overscanPx;
  return {
    topPx,
    bottomPx,
    drawn: { topPx: topPx - beyondPx, bottomPx: bottomPx + beyondPx },
    isPassing: view.isLeap,
    originPx,
    elementHeightPx: Math.min(layout.heightPx - originPx, mostHeightPx),
    scrollTo,
    reveal,
  };
}

/**
 * Where the element of a grid begins for a view at `yPx`: as it is while there is room on both sides, else so that the view is in its middle.
 */
export function originFor(
  yPx: number,
  { originPx, heightPx, viewPx }: { originPx: number; heightPx: number; viewPx: number },
): number {
  if (heightPx <= mostHeightPx) return 0;
  const most = heightPx - mostHeightPx;
  const roomPx = 3 * viewPx;
  const isNearTop = yPx < originPx + roomPx && originPx > 0;
  const isNearEnd = yPx + viewPx > originPx + mostHeightPx - roomPx && originPx < most;
  if (!isNearTop && !isNearEnd && originPx <= most) return originPx;
  return Math.round(Math.min(most, Math.max(0, yPx - mostHeightPx / 2)));
}

/** @returns the first item whose row reaches below a height */
function anchorAt(layout: GridLayout, items: GridItems, yPx: number): Anchor | null {
  const block = layout.blocks[blockAt(layout, yPx)];
  if (!block) return null;
  const row =
    block.rows.find(({ topPx, heightPx }) => block.topPx + block.headPx + topPx + heightPx > yPx) ??
    block.rows.at(-1);
  const cell = row?.cells[0];
  if (!row || !cell) return null;
  const index = block.first + cell.index;
  return { key: items.keyOf(index), index, belowTopPx: yPx - (block.topPx + block.headPx + row.topPx) };
}
