"use client";

import type { FileSource } from "@alcoves/core/files/schema";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { recallPosition } from "./remembered-positions.ts";
import { type Quality, readQuality, recallQuality, rememberQuality } from "./remembered-quality.ts";
import { useStream } from "./use-stream.ts";

/** What can be played of a file. */
interface SourcesOptions {
  fileId: string;
  /** Best first; not empty. */
  sources: readonly FileSource[];
  /** Where to start, s; null where somebody stopped. */
  startSeconds: number | null;
  /** Default true. */
  startsPlaying?: boolean;
  /** None of them could be played. */
  onFailed(): void;
}

/**
 * Which source of a file plays: what was chosen last, else its best, and the next best when one cannot be played. Another source
 * goes on where the one before was.
 */
export function useSources(
  media: RefObject<HTMLVideoElement | null>,
  { fileId, sources, startSeconds, startsPlaying = true, onFailed }: SourcesOptions,
) {
  // By name: a proxy that becomes ready goes first in the list and must not take over what plays.
  const [chosen, setChosen] = useState<Quality>(() => firstQuality(sources));
  const source = sources.find(({ source: name }) => name === chosen.source) ?? sources[0];
  const tried = useRef(new Set<string | undefined>());
  const goOn = useRef<GoOn | null>(null);
  goOn.current ??= {
    seconds: startSeconds ?? recallPosition(fileId),
    isPlaying: startsPlaying,
    rate: 1,
    isLooping: false,
  };

  const change = (quality: Quality, isPlaying: boolean) => {
    // One that has not begun stands where it was to begin.
    if (media.current && media.current.readyState > 0) goOn.current = goOnOf(media.current);
    if (goOn.current) goOn.current.isPlaying = isPlaying;
    setChosen(quality);
  };
  const choose = (value: string) => {
    const quality = readQuality(value);
    rememberQuality(quality);
    change(quality, media.current?.paused === false);
  };
  /** Call it when a source knows its length. */
  const takeUp = () => {
    const element = media.current;
    if (!element || !goOn.current) return;
    const { seconds, isPlaying, rate, isLooping } = goOn.current;
    if (seconds > 0) element.currentTime = seconds;
    element.playbackRate = rate;
    element.loop = isLooping;
    // A browser may refuse to start with sound before a click; the play button stands there.
    if (isPlaying) void element.play().catch(() => undefined);
  };
  // Of an element that came with the page the length may be known before anybody listens.
  const takeUpLate = useEffectEvent(() => {
    if (media.current && media.current.readyState > 0) takeUp();
  });
  useEffect(() => takeUpLate(), []);
  const fail = () => {
    tried.current.add(source?.source);
    const next = sources.find(({ source: name }) => !tried.current.has(name));
    if (next) change({ source: next.source, level: null }, true);
    else onFailed();
  };
  const levels = useStream(media, {
    url: source?.source === "hls" ? source.url : null,
    level: chosen.level,
    onFailed: fail,
  });
  const level = levels.find((name) => name === chosen.level) ?? null;
  return { source, quality: { source: source?.source ?? "", level }, levels, choose, takeUp, fail };
}

/** How a player stood before its source changed. */
interface GoOn {
  seconds: number;
  isPlaying: boolean;
  rate: number;
  isLooping: boolean;
}

const goOnOf = ({ currentTime, paused, playbackRate, loop }: HTMLMediaElement): GoOn => ({
  seconds: currentTime,
  isPlaying: !paused,
  rate: playbackRate,
  isLooping: loop,
});

/** What was chosen last, where this file has it; else its best. A size that it lacks is left to the line. */
function firstQuality(sources: readonly FileSource[]): Quality {
  const recalled = recallQuality();
  if (recalled && sources.some(({ source }) => source === recalled.source)) return recalled;
  return { source: sources[0]?.source ?? "", level: null };
}
