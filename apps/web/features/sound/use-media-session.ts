"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { useEffect } from "react";
import { type Playing, useSound } from "./sound.ts";
import { soundBeside } from "./sound-queue.ts";

/** Shows what plays on the lock screen and listens to the keys of keyboards and headphones, where the browser has that. */
export function useMediaSession({ fileId, queue }: Playing, details: FileDetails | undefined): void {
  const sound = useSound();
  const hasBefore = soundBeside(queue, fileId, -1) !== null;
  const hasAfter = soundBeside(queue, fileId, 1) !== null;

  useEffect(() => {
    if (!("mediaSession" in navigator) || !details) return;
    const cover = details.pictures?.card;
    navigator.mediaSession.metadata = new MediaMetadata({
      title: details.title ?? details.name,
      artist: details.artist ?? "",
      album: details.album ?? "",
      artwork: cover ? [{ src: new URL(cover, window.location.href).href }] : [],
    });
    return () => {
      navigator.mediaSession.metadata = null;
    };
  }, [details]);

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const session = navigator.mediaSession;
    session.setActionHandler("previoustrack", hasBefore ? () => sound.move(-1) : null);
    session.setActionHandler("nexttrack", hasAfter ? () => sound.move(1) : null);
    return () => {
      session.setActionHandler("previoustrack", null);
      session.setActionHandler("nexttrack", null);
    };
  }, [sound, hasBefore, hasAfter]);
}
