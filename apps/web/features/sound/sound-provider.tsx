"use client";

import { type ReactNode, useRef, useState } from "react";
import { useStore } from "zustand";
import { createSound, SoundContext } from "./sound.ts";
import { SoundTrack } from "./sound-track.tsx";

/** The sound of the whole app, in one element that no page takes along when it goes. Mount it once, around every page. */
export function SoundProvider({ children }: { children: ReactNode }) {
  const media = useRef<HTMLAudioElement>(null);
  const [sound] = useState(() => createSound(media));
  const { playing, hasFailed } = useStore(sound.store);
  return (
    <SoundContext value={sound}>
      {children}
      {/* biome-ignore lint/a11y/useMediaCaption: captions come with transcripts; there are none yet. */}
      <audio ref={media} preload="auto" />
      {playing && !hasFailed && <SoundTrack key={playing.fileId} playing={playing} />}
    </SoundContext>
  );
}
