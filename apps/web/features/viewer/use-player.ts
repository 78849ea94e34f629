"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { setVolume, volumeOf } from "../sound/even-loudness.ts";
import { actOnMedia, captionsOf, hasPictureInPicture, seek, showNewCaptions } from "./act-on-media.ts";
import type { PlayerAction } from "./player-keys.ts";
import { recallVolume, rememberVolume } from "./remembered-volume.ts";

/** What controls show of a player. */
export interface PlayerState {
  isPlaying: boolean;
  seconds: number;
  durationSeconds: number;
  /** Up to where it can play without loading, s. */
  loadedSeconds: number;
  /** As the person has it, 0–1. */
  volume: number;
  isMuted: boolean;
  rate: number;
  isLooping: boolean;
  /** Null where there are none. */
  captions: "shown" | "hidden" | null;
  hasPictureInPicture: boolean;
}

/** What controls set: a place and a length in seconds, a volume from 0 to 1. */
export interface PlayerSettings {
  seconds?: number;
  volume?: number;
  rate?: number;
}

const atRest: PlayerState = {
  isPlaying: false,
  seconds: 0,
  durationSeconds: 0,
  loadedSeconds: 0,
  volume: 1,
  isMuted: false,
  rate: 1,
  isLooping: false,
  captions: null,
  hasPictureInPicture: false,
};

const events = [
  "play",
  "pause",
  "timeupdate",
  "seeking",
  "durationchange",
  "progress",
  "ratechange",
  "ended",
  "error",
  "loadeddata",
] as const;

/** Follows the media element of a source and acts on it; `fullscreenOf` is what fills the screen. */
export function usePlayer(
  ref: RefObject<HTMLMediaElement | null>,
  {
    source,
    fullscreenOf,
  }: { source?: string | undefined; fullscreenOf?: RefObject<HTMLElement | null> } = {},
) {
  const [state, setState] = useState(atRest);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each source may have an element of its own.
  useEffect(() => {
    const media = ref.current;
    if (!media) return;
    const remembered = recallVolume();
    setVolume(media, remembered.volume);
    media.muted = remembered.isMuted;
    const read = () => setState(stateOf(media));
    const readVolume = () => {
      read();
      rememberVolume({ volume: volumeOf(media), isMuted: media.muted });
    };
    const tracks = media.textTracks;
    const readTracks = () => {
      showNewCaptions(media);
      read();
    };
    for (const event of events) media.addEventListener(event, read);
    for (const event of ["change", "removetrack"]) tracks.addEventListener(event, read);
    tracks.addEventListener("addtrack", readTracks);
    media.addEventListener("volumechange", readVolume);
    readTracks();
    return () => {
      for (const event of events) media.removeEventListener(event, read);
      for (const event of ["change", "removetrack"]) tracks.removeEventListener(event, read);
      tracks.removeEventListener("addtrack", readTracks);
      media.removeEventListener("volumechange", readVolume);
    };
  }, [ref, source]);

  const act = useCallback(
    (action: PlayerAction) => {
      if (!ref.current) return;
      actOnMedia(ref.current, action, fullscreenOf?.current ?? null);
      // Nothing tells of a loop.
      setState(stateOf(ref.current));
    },
    [ref, fullscreenOf],
  );

  const change = useCallback(
    ({ seconds, volume, rate }: PlayerSettings) => {
      const media = ref.current;
      if (!media) return;
      if (seconds !== undefined) seek(media, seconds);
      if (rate !== undefined) media.playbackRate = rate;
      if (volume === undefined) return;
      media.muted = volume === 0;
      setVolume(media, volume);
    },
    [ref],
  );

  return { state, act, change };
}

function stateOf(media: HTMLMediaElement): PlayerState {
  const { buffered } = media;
  const captions = captionsOf(media);
  return {
    isPlaying: !media.paused && !media.ended,
    seconds: media.currentTime,
    durationSeconds: Number.isFinite(media.duration) ? media.duration : 0,
    loadedSeconds: buffered.length > 0 ? buffered.end(buffered.length - 1) : 0,
    volume: volumeOf(media),
    isMuted: media.muted,
    rate: media.playbackRate,
    isLooping: media.loop,
    captions:
      captions.length === 0 ? null : captions.some(({ mode }) => mode === "showing") ? "shown" : "hidden",
    hasPictureInPicture: hasPictureInPicture(media),
  };
}
