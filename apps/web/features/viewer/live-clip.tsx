"use client";

import type { FileSource } from "@alcoves/core/files/schema";
import { useEffect, useRef } from "react";

/** The clip of a live photo, over the still it belongs to, from its beginning; muted, as the still is quiet. */
export function LiveClip({ clip, onEnd }: { clip: FileSource; onEnd(): void }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    // Refused by a browser that saves power: the still stays, and the button can be pressed again.
    void video.current?.play().catch(onEnd);
  }, [onEnd]);
  return (
    <video
      ref={video}
      src={clip.url}
      muted
      playsInline
      onEnded={onEnd}
      onError={onEnd}
      className="pointer-events-none absolute inset-0 size-full object-cover"
    />
  );
}
