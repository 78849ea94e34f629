"use client";

import type { Cue } from "@alcoves/cues";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, MouseEvent, RefObject } from "react";
import { formatDuration } from "../files/format-file.ts";
import { nearestPlace, type Sound } from "./sounds-of.ts";

/** What a strip takes. */
interface SoundStripProps {
  sound: Sound;
  durationMs: number;
  media: RefObject<HTMLMediaElement | null>;
  onSeek(ms: number): void;
}

/** Shares of the recording below which a place could not be seen. */
const leastShare = 0.004;

/** Where along the recording a sound is heard. A click goes to the nearest, arrows to the next and the one before. */
export function SoundStrip({ sound, durationMs, media, onSeek }: SoundStripProps) {
  const t = useTranslations("transcripts.sounds");
  const { label, places } = sound;
  const lengthMs = Math.max(1, durationMs, ...lastEnds(places));
  const seekNear = (event: MouseEvent<HTMLElement>) => {
    // A click of the keyboard has no place: it begins at the first.
    if (event.detail === 0) return go(places[0]);
    const { left, width } = event.currentTarget.getBoundingClientRect();
    go(nearestPlace(places, ((event.clientX - left) / width) * lengthMs));
  };
  const go = (place: Cue | undefined) => {
    if (place) onSeek(place.startMs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = Math.ceil((media.current?.currentTime ?? 0) * 1_000);
    if (event.key === "ArrowRight") go(places.find(({ startMs }) => startMs > now));
    if (event.key === "ArrowLeft") go(places.findLast(({ startMs }) => startMs < now - 1));
  };
  return (
    <span data-takes-arrows="" className="block">
      <button
        type="button"
        aria-label={t("strip", { label, first: formatDuration(places[0]?.startMs ?? 0) })}
        onClick={seekNear}
        onKeyDown={onKeyDown}
        className="block h-7 w-full rounded-[6px] bg-panel focus-visible:outline-2 focus-visible:outline-accent"
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          className="size-full text-accent"
        >
          <path d={pathOf(places, lengthMs)} fill="currentColor" />
        </svg>
      </button>
    </span>
  );
}

/** One path for all: thousands of elements would make the page slow. */
function pathOf(places: readonly Cue[], lengthMs: number): string {
  return places
    .map(({ startMs, endMs }) => {
      const width = Math.max(leastShare, (endMs - startMs) / lengthMs);
      const left = Math.min(startMs / lengthMs, 1 - width);
      return `M${left.toFixed(5)} .2h${width.toFixed(5)}v.6h-${width.toFixed(5)}z`;
    })
    .join("");
}

/** Of a recording whose length nobody knows the last place is the end. */
function lastEnds(places: readonly Cue[]): number[] {
  return [places.reduce((last, { endMs }) => Math.max(last, endMs), 0)];
}
