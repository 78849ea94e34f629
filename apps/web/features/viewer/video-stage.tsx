"use client";

import type { FileDetails, FileSource } from "@alcoves/core/files/schema";
import { parseAsInteger, useQueryState } from "nuqs";
import { type MouseEvent, useRef } from "react";
import { CaptionTrack } from "./caption-track.tsx";
import { PlayerControls } from "./player-controls.tsx";
import { playerAction } from "./player-keys.ts";
import { QualitySelect } from "./quality-select.tsx";
import { useKeys } from "./use-keys.ts";
import { usePlayer } from "./use-player.ts";
import { useRememberedPosition } from "./use-remembered-position.ts";
import { useSources } from "./use-sources.ts";
import { useSwipes } from "./use-swipes.ts";

/** What the stage of a video takes. */
interface VideoStageProps {
  file: FileDetails;
  /** What can be played, best first; not empty. */
  sources: readonly FileSource[];
  isChromeShown: boolean;
  onSwipe(direction: 1 | -1): void;
  onSwipeDown(): void;
  /** No source could be played: the browser lacks the codec, or the bytes are broken. */
  onFailed(): void;
}

/** Captions stand above the controls while these are there. Browsers that name the box otherwise leave them where they are. */
const captionsOverControls =
  "[&::-webkit-media-text-track-container]:[transform:translateY(calc(-1*var(--strip)-64px))] max-sm:[&::-webkit-media-text-track-container]:[transform:translateY(calc(-1*var(--strip)-104px))]";

/** A player of a video, with its keys. It starts at `?t=` seconds when the address says so, else where somebody stopped. */
export function VideoStage({ file, sources, isChromeShown, onFailed, ...on }: VideoStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const media = useRef<HTMLVideoElement>(null);
  const [startSeconds] = useQueryState("t", parseAsInteger);
  const { fileId } = file;
  const playing = useSources(media, {
    fileId,
    sources,
    startSeconds,
    onFailed,
  });
  const { source, takeUp, fail } = playing;
  const { state, act, change } = usePlayer(media, { source: source?.url, fullscreenOf: frame });
  useRememberedPosition(media, { fileId, source: source?.url });
  useKeys((event) => {
    const action = playerAction(event);
    return action && (() => act(action));
  }, "first");

  // A finger shows and hides the controls, of which one is to play.
  const isTouch = useRef(false);
  const swipes = useSwipes(on);
  const byMouse = (type: "playPause" | "fullscreen") => (event: MouseEvent) => {
    event.preventDefault();
    if (!isTouch.current) act({ type });
  };
  return (
    <div ref={frame} className="absolute inset-0 bg-black [&:fullscreen]:[--strip:0px]">
      <video
        ref={media}
        key={source?.source}
        src={source?.source === "hls" ? undefined : source?.url}
        poster={file.pictures?.preview}
        aria-label={file.name}
        playsInline
        preload="auto"
        onLoadedMetadata={takeUp}
        onError={fail}
        {...swipes}
        onPointerDownCapture={({ pointerType }) => {
          isTouch.current = pointerType === "touch";
        }}
        onClick={byMouse("playPause")}
        onDoubleClick={byMouse("fullscreen")}
        className={`absolute inset-0 size-full touch-none object-contain ${isChromeShown ? captionsOverControls : ""}`}
      >
        <CaptionTrack url={file.captionsUrl} />
      </video>
      <div
        data-chrome=""
        className={`absolute inset-x-0 bottom-[var(--strip)] bg-gradient-to-t from-black/80 to-transparent pt-10 pb-2 transition-opacity duration-150 motion-reduce:transition-none ${isChromeShown ? "opacity-100" : "opacity-0 pointer-coarse:pointer-events-none focus-within:opacity-100"}`}
      >
        <PlayerControls
          {...{ state, act, change }}
          durationMs={file.durationMs}
          sprites={file.sprites}
          peaks={null}
          hasFullscreen
        >
          <QualitySelect sources={sources} playing={playing} />
        </PlayerControls>
      </div>
    </div>
  );
}
