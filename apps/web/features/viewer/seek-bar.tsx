"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { type PointerEvent, useState } from "react";
import { formatDuration } from "../files/format-file.ts";
import { ScrubPicture } from "./scrub-picture.tsx";
import type { PlayerState } from "./use-player.ts";
import { Waveform } from "./waveform.tsx";

/** What the bar takes. */
interface SeekBarProps {
  state: Pick<PlayerState, "seconds" | "loadedSeconds">;
  /** Seconds. */
  duration: number;
  sprites: FileDetails["sprites"];
  /** Drawn instead of a line; null for a line. */
  peaks: Uint16Array | null;
  onSeek(seconds: number): void;
}

/** Where a player is, and the way to elsewhere: a line with small pictures of the film, or the waveform of sound. */
export function SeekBar({ state, duration, sprites, peaks, onSeek }: SeekBarProps) {
  const t = useTranslations("viewer");
  // Seconds that are pointed at; "focus" while a key moves the bar.
  const [pointed, setPointed] = useState<number | "focus" | null>(null);
  const share = (seconds: number) => (duration > 0 ? Math.min(1, Math.max(0, seconds / duration)) : 0);
  const percent = (seconds: number) => `${share(seconds) * 100}%`;
  const shown = pointed === "focus" ? state.seconds : pointed;
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setPointed(Math.min(1, Math.max(0, (event.clientX - left) / width)) * duration);
  };
  return (
    <span
      className={`relative flex min-w-16 flex-1 items-center ${peaks ? "order-first mx-1.5 mb-1 h-20 basis-full" : "h-10"}`}
      onPointerMove={point}
      onPointerLeave={() => setPointed(null)}
    >
      {sprites && shown !== null && <ScrubPicture sprites={sprites} seconds={shown} share={share(shown)} />}
      {peaks ? (
        <Waveform peaks={peaks} share={share(state.seconds)} />
      ) : (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 h-1 overflow-hidden rounded-full bg-current/25"
        >
          <span
            className="absolute inset-y-0 left-0 bg-current/25"
            style={{ width: percent(state.loadedSeconds) }}
          />
          <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: percent(state.seconds) }} />
        </span>
      )}
      <input
        type="range"
        min={0}
        max={duration || 1}
        step="any"
        value={Math.min(state.seconds, duration || 1)}
        aria-label={t("seek")}
        aria-valuetext={t("position", {
          time: formatDuration(state.seconds * 1000),
          length: formatDuration(duration * 1000),
        })}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && setPointed("focus")}
        onBlur={() => setPointed(null)}
        onKeyDown={() => setPointed("focus")}
        onChange={(event) => onSeek(Number(event.target.value))}
        className="peer absolute inset-0 size-full cursor-pointer touch-none opacity-0"
      />
      <span
        aria-hidden="true"
        className={`pointer-events-none absolute -translate-x-1/2 bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-current peer-focus-visible:outline-offset-2 ${peaks ? "h-full w-0.5" : "size-3 rounded-full"}`}
        style={{ left: percent(state.seconds) }}
      />
    </span>
  );
}
