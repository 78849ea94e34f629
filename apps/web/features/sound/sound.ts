"use client";

import type { FileKind } from "@alcoves/core/files/schema";
import { createContext, type RefObject, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { recall, remember } from "../viewer/browser-memory.ts";
import type { ViewedFile } from "../viewer/viewed-files.ts";
import { soundBeside } from "./sound-queue.ts";

/** A sound that plays or is paused, and what there is around it. */
export interface Playing {
  libraryId: string;
  fileId: string;
  /** What plays before and after, itself included, in order. */
  queue: readonly ViewedFile[];
  /** The page that it was opened on, to come back to. */
  pageHref: string;
  /** Where it begins, s; null: where somebody stopped. */
  startSeconds: number | null;
}

/** The sound of the whole app. */
interface SoundState {
  /** Null for silence. */
  playing: Playing | null;
  /** Who has its controls. */
  place: "viewer" | "bar";
  /** It cannot be played: this browser lacks the codec, or it is gone. */
  hasFailed: boolean;
  /** Loud sounds are made quieter, so that all are about as loud. */
  isEven: boolean;
}

/** What any component may do with the sound of the app: one plays at a time, in one element, whatever page is open. */
export interface Sound {
  store: StoreApi<SoundState>;
  media: RefObject<HTMLAudioElement | null>;
  /** A viewer shows a sound: it plays on, or begins. @returns a function for when it shows it no longer */
  showInViewer(playing: Playing, turnTo: (fileId: string) => void): () => void;
  /** The viewer shows something else: its own sound ends, and a video is not talked over. */
  giveWayTo(kind: FileKind): void;
  /** The viewer closes: what plays goes on in the bar. */
  leaveViewer(): void;
  /** What plays, or is paused, is from now on in the bar. */
  toBar(): void;
  /** Goes on to the sound after (1) or before (−1), where there is one. */
  move(step: 1 | -1): void;
  stop(): void;
  fail(): void;
  setEven(isEven: boolean): void;
}

/** Makes the sound of the app, silent; `media` is the element that plays it. */
export function createSound(media: RefObject<HTMLAudioElement | null>): Sound {
  const isEven = recall("alcoves-even-loudness") !== "off";
  const store = createStore<SoundState>(() => ({ playing: null, place: "viewer", hasFailed: false, isEven }));
  let turnViewer: ((fileId: string) => void) | null = null;

  const stop = () => {
    const element = media.current;
    element?.pause();
    element?.removeAttribute("src");
    element?.load();
    store.setState({ playing: null, place: "viewer", hasFailed: false });
  };
  return {
    store,
    media,
    stop,
    showInViewer(playing, turnTo) {
      turnViewer = turnTo;
      const { playing: before, hasFailed } = store.getState();
      const isSame = before?.fileId === playing.fileId;
      store.setState({ playing, place: "viewer", hasFailed: isSame && hasFailed });
      return () => {
        if (turnViewer === turnTo) turnViewer = null;
      };
    },
    giveWayTo(kind) {
      const { playing, place } = store.getState();
      if (!playing || kind === "audio") return;
      if (place === "viewer") stop();
      else if (kind === "video") media.current?.pause();
    },
    leaveViewer() {
      const { playing, place } = store.getState();
      if (!playing || place === "bar") return;
      if (media.current?.paused === false) store.setState({ place: "bar" });
      else stop();
    },
    toBar: () => store.setState({ place: "bar" }),
    move(step) {
      const { playing } = store.getState();
      const next = playing && soundBeside(playing.queue, playing.fileId, step);
      if (!next) return;
      if (turnViewer) turnViewer(next.fileId);
      else
        store.setState({
          playing: { ...playing, fileId: next.fileId, startSeconds: null },
          hasFailed: false,
        });
    },
    fail: () => store.setState({ hasFailed: true }),
    setEven(isEven) {
      remember("alcoves-even-loudness", isEven ? "on" : "off");
      store.setState({ isEven });
    },
  };
}

/** Given by `SoundProvider`. */
export const SoundContext = createContext<Sound | null>(null);

/** @returns the app's sound. @throws outside of `SoundProvider` */
export function useSound(): Sound {
  const sound = useContext(SoundContext);
  if (!sound) throw new Error("useSound needs a SoundProvider above it.");
  return sound;
}

/** @returns how the app's sound is now, and whenever it changes */
export function useSoundState(): SoundState {
  return useStore(useSound().store);
}
