"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import {
  centreView,
  clampView,
  fitView,
  followView,
  scrollView,
  type TimelineView,
  zoomView,
} from "./timeline-view.ts";

/** Shares of its width that a key scrolls. */
const keyScroll = 0.25;

/** Which part of the recording is shown, kept inside of it whatever its size. */
export function useTimeline(box: RefObject<HTMLElement | null>, durationMs: number) {
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  const [view, setView] = useState<TimelineView | null>(null);
  const bounds = useMemo(() => ({ durationMs, widthPx: size.widthPx }), [durationMs, size.widthPx]);
  const shown = useMemo(() => (view ? clampView(view, bounds) : fitView(bounds)), [view, bounds]);
  const latest = useRef({ shown, bounds });
  latest.current = { shown, bounds };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  const acts = useMemo(() => {
    const change = (
      next: (view: TimelineView, bounds: { durationMs: number; widthPx: number }) => TimelineView,
    ) =>
      setView((before) => {
        const { bounds, shown } = latest.current;
        const now = before ? clampView(before, bounds) : shown;
        const after = next(now, bounds);
        // What stays as it is draws nothing: that is most of what plays.
        return after === now ? before : after;
      });
    return {
      /** @param atPx stays where it is */
      zoom: (factor: number, atPx: number) =>
        change((view, bounds) => zoomView(view, { factor, atPx }, bounds)),
      scroll: (byPx: number) => change((view, bounds) => scrollView(view, byPx, bounds)),
      page: (direction: 1 | -1) =>
        change((view, bounds) => scrollView(view, direction * bounds.widthPx * keyScroll, bounds)),
      fit: () => setView(null),
      centre: (ms: number) => change((view, bounds) => centreView(view, ms, bounds)),
      follow: (ms: number) => change((view, bounds) => followView(view, ms, bounds)),
    };
  }, []);
  return { ...acts, view: shown, bounds, heightPx: size.heightPx };
}

/** What `useTimeline` gives. */
export type Timeline = ReturnType<typeof useTimeline>;
