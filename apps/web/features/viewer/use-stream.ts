"use client";

import type Hls from "hls.js";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

/** What plays a stream. */
interface StreamOptions {
  /** Address of the list of renditions; null while something else plays. */
  url: string | null;
  /** A name like `720p`; null lets the line decide. */
  level: string | null;
  onFailed(): void;
}

/**
 * Plays a stream of several sizes in a media element. hls.js is loaded for the first one; a browser without Media Source
 * Extensions, as on iPhones, plays streams itself and offers no choice.
 * @returns names of the sizes, largest first; empty until they are known
 */
export function useStream(media: RefObject<HTMLMediaElement | null>, options: StreamOptions): string[] {
  const { url, level } = options;
  const player = useRef<Hls | null>(null);
  const [levels, setLevels] = useState<string[]>([]);
  const onFailed = useEffectEvent(options.onFailed);

  useEffect(() => {
    if (url === null) return;
    let isOver = false;
    async function begin(address: string) {
      const { default: Hls } = await import("hls.js");
      const element = media.current;
      if (isOver || !element) return;
      if (!Hls.isSupported()) {
        element.src = address;
        return;
      }
      // The policy of our pages runs no worker out of a blob.
      // Our streams hold no captions, and those beside them are the browser's own.
      const hls = new Hls({
        enableWorker: false,
        capLevelToPlayerSize: true,
        renderTextTracksNatively: false,
      });
      player.current = hls;
      hls.on(Hls.Events.MANIFEST_PARSED, () => setLevels(hls.levels.map(nameOf).reverse()));
      hls.on(Hls.Events.ERROR, (_, { fatal }) => fatal && onFailed());
      hls.loadSource(address);
      hls.attachMedia(element);
    }
    begin(url).catch(() => onFailed());
    return () => {
      isOver = true;
      player.current?.destroy();
      player.current = null;
      setLevels([]);
    };
  }, [media, url]);

  useEffect(() => {
    const hls = player.current;
    if (!hls || levels.length === 0) return;
    // At once, what is buffered included: of a short film that is the whole, and while it is paused nothing comes next.
    if (level === null) hls.nextLevel = -1;
    else hls.currentLevel = hls.levels.findIndex((each) => nameOf(each) === level);
  }, [level, levels]);

  return levels;
}

const nameOf = ({ width, height }: { width: number; height: number }) => `${Math.min(width, height)}p`;
