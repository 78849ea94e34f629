"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import type { PlayerAction } from "./player-keys.ts";
import { recallVolume, rememberVolume } from "./remembered-volume.ts";

/** One frame at 30 frames a second, s: browsers do not tell the true rate. */
const frameSeconds = 1 / 30;

/** What controls show of a player. */
export interface PlayerState {
  isPlaying: boolean;
  seconds: number;
  durationSeconds: number;
  /** Up to where it can play without loading, s. */
  loadedSeconds: number;
  volume: number;
  isMuted: boolean;
  rate: number;
  hasFailed: boolean;
}

const atRest: PlayerState = {
  isPlaying: false,
  seconds: 0,
  durationSeconds: 0,
  loadedSeconds: 0,
  volume: 1,
  isMuted: false,
  rate: 1,
  hasFailed: false,
};

const events = [
  "play",
  "pause",
  "timeupdate",
  "seeking",
  "durationchange",
  "progress",
  "volumechange",
  "ratechange",
  "ended",
  "error",
  "loadeddata",
] as const;

/** Follows the media element of a source and acts on it; `fullscreenOf` is what fills the screen. */
export function usePlayer(
  ref: RefObject<HTMLMediaElement | null>,
  { source, fullscreenOf }: { source: string | undefined; fullscreenOf: RefObject<HTMLElement | null> },
) {
  const [state, setState] = useState(atRest);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each source has an element of its own.
  useEffect(() => {
    const media = ref.current;
    if (!media) return;
    const remembered = recallVolume();
    media.volume = remembered.volume;
    media.muted = remembered.isMuted;
    const read = () => {
      setState(stateOf(media));
      rememberVolume({ volume: media.volume, isMuted: media.muted });
    };
    for (const event of events) media.addEventListener(event, read);
    read();
    return () => {
      for (const event of events) media.removeEventListener(event, read);
    };
  }, [ref, source]);

  const act = useCallback(
    (action: PlayerAction) => {
      const media = ref.current;
      if (!media) return;
      switch (action.type) {
        case "playPause":
          if (media.paused) void media.play().catch(() => undefined);
          else media.pause();
          break;
        case "seekBy":
          seek(media, media.currentTime + action.seconds);
          break;
        case "stepFrame":
          media.pause();
          seek(media, media.currentTime + action.frames * frameSeconds);
          break;
        case "volumeBy":
          media.muted = false;
          media.volume = Math.min(1, Math.max(0, media.volume + action.amount));
          break;
        case "mute":
          media.muted = !media.muted;
          break;
        case "fullscreen":
          if (document.fullscreenElement) void document.exitFullscreen();
          else void fullscreenOf.current?.requestFullscreen?.().catch(() => undefined);
          break;
      }
    },
    [ref, fullscreenOf],
  );

  const change = useCallback(
    (settings: { seconds?: number; volume?: number; rate?: number }) => {
      const media = ref.current;
      if (!media) return;
      if (settings.seconds !== undefined) seek(media, settings.seconds);
      if (settings.rate !== undefined) media.playbackRate = settings.rate;
      if (settings.volume !== undefined) {
        media.muted = settings.volume === 0;
        media.volume = settings.volume;
      }
    },
    [ref],
  );

  return { state, act, change };
}

function seek(media: HTMLMediaElement, seconds: number) {
  const end = Number.isFinite(media.duration) ? media.duration : seconds;
  media.currentTime = Math.min(end, Math.max(0, seconds));
}

function stateOf(media: HTMLMediaElement): PlayerState {
  const { buffered } = media;
  return {
    isPlaying: !media.paused && !media.ended,
    seconds: media.currentTime,
    durationSeconds: Number.isFinite(media.duration) ? media.duration : 0,
    loadedSeconds: buffered.length > 0 ? buffered.end(buffered.length - 1) : 0,
    volume: media.volume,
    isMuted: media.muted,
    rate: media.playbackRate,
    hasFailed: media.error !== null,
  };
}
