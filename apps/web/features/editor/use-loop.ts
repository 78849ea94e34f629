"use client";

import { type RefObject, useState } from "react";
import type { Wanted } from "./moment-drafts.ts";
import { usePlayhead } from "./use-playhead.ts";

/** Plays one moment over and over. A place outside of it, gone to by hand, ends that. */
export function useLoop(
  media: RefObject<HTMLMediaElement | null>,
  { source, wanted }: { source: string | undefined; wanted: Wanted },
) {
  const [loopedId, setLoopedId] = useState<string | null>(null);
  const looped = (loopedId !== null && wanted.get(loopedId)) || null;
  usePlayhead(media, {
    source,
    onMove(ms, isPlaying) {
      const element = media.current;
      if (!looped || !element || element.seeking || !isPlaying) return;
      if (ms >= looped.endMs) element.currentTime = looped.startMs / 1_000;
    },
  });
  const begin = (momentId: string) => {
    const element = media.current;
    const draft = wanted.get(momentId);
    if (!element || !draft) return;
    setLoopedId(momentId);
    element.currentTime = draft.startMs / 1_000;
    // A browser may refuse to start with sound before a click: then it stays paused.
    void element.play().catch(() => undefined);
  };
  return {
    looped,
    loopedId: looped ? loopedId : null,
    toggle: (momentId: string) => (loopedId === momentId ? setLoopedId(null) : begin(momentId)),
    end: () => setLoopedId(null),
  };
}
