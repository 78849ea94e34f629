"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/** Calls with the place of a player, ms, once a frame while it moves. It stays quiet while nothing does. */
export function usePlayhead(
  media: RefObject<HTMLMediaElement | null>,
  { source, onMove }: { source: string | undefined; onMove(ms: number, isPlaying: boolean): void },
): void {
  const move = useEffectEvent(onMove);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each source has an element of its own.
  useEffect(() => {
    const element = media.current;
    if (!element) return;
    let frame = 0;
    const tick = () => {
      move(element.currentTime * 1_000, !element.paused);
      frame = element.paused ? 0 : requestAnimationFrame(tick);
    };
    const start = () => {
      if (frame === 0) frame = requestAnimationFrame(tick);
    };
    const events = ["play", "pause", "seeking", "seeked", "timeupdate", "loadedmetadata"];
    for (const event of events) element.addEventListener(event, start);
    start();
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) element.removeEventListener(event, start);
    };
  }, [media, source]);
}
