"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { recallPosition } from "../viewer/remembered-positions.ts";
import { useFileDetails } from "../viewer/use-file-details.ts";
import { useRememberedPosition } from "../viewer/use-remembered-position.ts";
import { evenGain, setGain } from "./even-loudness.ts";
import { type Playing, useSound, useSoundState } from "./sound.ts";
import { useMediaSession } from "./use-media-session.ts";

/** Music starts anew; of a talk or a book the place is kept, s. */
const longSeconds = 10 * 60;

/** Plays one sound in the app's element: the best of its sources that this browser plays. Mount one for each sound. */
export function SoundTrack({ playing }: { playing: Playing }) {
  const { fileId } = playing;
  const sound = useSound();
  const { media } = sound;
  const { isEven } = useSoundState();
  const { details, error } = useFileDetails(playing);
  const [tried, setTried] = useState<readonly string[]>([]);
  // A copy that becomes ready goes first in the list and must not take over what plays.
  const begun = useRef<string>(undefined);
  const sources =
    details?.playback.filter(({ source, url }) => source !== "hls" && !tried.includes(url)) ?? [];
  const url = sources.find((source) => source.url === begun.current)?.url ?? sources[0]?.url;
  begun.current = url;
  const goOnAtSeconds = useRef(0);
  const hasNone = details ? url === undefined : error !== null;

  useRememberedPosition(media, { fileId, source: url, shortestSeconds: longSeconds });
  useMediaSession(playing, details);

  const takeUp = useEffectEvent(() => {
    const element = media.current;
    if (!element) return;
    const start = goOnAtSeconds.current || (playing.startSeconds ?? recallPosition(fileId));
    if (start > 0) element.currentTime = start;
    // A browser may refuse to start before a click; the play button stands there.
    void element.play().catch(() => undefined);
  });
  useEffect(() => {
    const element = media.current;
    if (!element || url === undefined) return;
    const fail = () => setTried((before) => [...before, url]);
    const goOn = () => sound.move(1);
    element.addEventListener("loadedmetadata", takeUp);
    element.addEventListener("error", fail);
    element.addEventListener("ended", goOn);
    // A new source would begin at this speed.
    element.defaultPlaybackRate = element.playbackRate;
    element.src = url;
    return () => {
      goOnAtSeconds.current = element.currentTime;
      element.removeEventListener("loadedmetadata", takeUp);
      element.removeEventListener("error", fail);
      element.removeEventListener("ended", goOn);
    };
  }, [media, sound, url]);

  useEffect(() => {
    if (hasNone) sound.fail();
  }, [sound, hasNone]);

  const loudnessLufs = details?.loudnessLufs ?? null;
  useEffect(() => {
    if (media.current) setGain(media.current, isEven ? evenGain(loudnessLufs) : 1);
  }, [media, isEven, loudnessLufs]);

  return null;
}
