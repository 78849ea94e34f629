"use client";

import { type RefObject, useEffect } from "react";
import { rememberPosition } from "./remembered-positions.ts";

/** A position is kept this often while something plays, s. */
const everySeconds = 5;

/** What is played, and what of. */
interface Played {
  fileId: string;
  /** The address that is played: each may have an element of its own. Undefined while there is none. */
  source: string | undefined;
  /** What is shorter starts anew, s. */
  shortestSeconds?: number;
}

/** Keeps where somebody is in a file while it plays, when it is paused and when they leave. */
export function useRememberedPosition(
  ref: RefObject<HTMLMediaElement | null>,
  { fileId, source, shortestSeconds = 0 }: Played,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each source may have an element of its own.
  useEffect(() => {
    const media = ref.current;
    if (!media) return;
    let keptSeconds = 0;
    const keep = () => {
      const { currentTime, duration } = media;
      if (!Number.isFinite(duration) || duration === 0 || duration < shortestSeconds) return;
      keptSeconds = currentTime;
      rememberPosition({ fileId, seconds: currentTime, durationSeconds: duration });
    };
    const keepNow = () => {
      if (Math.abs(media.currentTime - keptSeconds) >= everySeconds) keep();
    };
    media.addEventListener("timeupdate", keepNow);
    media.addEventListener("pause", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      media.removeEventListener("timeupdate", keepNow);
      media.removeEventListener("pause", keep);
      window.removeEventListener("pagehide", keep);
    };
  }, [ref, fileId, source, shortestSeconds]);
}
