"use client";

import { type FileDetails, SpriteIndex } from "@alcoves/core/files/schema";
import { useQuery } from "@tanstack/react-query";
import { formatDuration } from "../files/format-file.ts";
import { tileAt } from "./tile-at.ts";

/** What a scrub picture takes. */
interface ScrubPictureProps {
  sprites: NonNullable<FileDetails["sprites"]>;
  seconds: number;
  /** Where on the bar it points at, 0–1. */
  share: number;
}

/** The small picture of a moment, over the bar, with its time. It keeps inside of the bar. */
export function ScrubPicture({ sprites, seconds, share }: ScrubPictureProps) {
  const { data: index } = useQuery({
    queryKey: ["sprites", sprites.index],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => SpriteIndex.parse(await (await fetch(sprites.index, { signal })).json()),
  });
  if (!index) return null;
  const { leftPx, topPx } = tileAt(index, seconds);
  const { tileWidthPx: width, tileHeightPx: height } = index;
  return (
    <span
      aria-hidden="true"
      data-testid="scrub-picture"
      className="pointer-events-none absolute bottom-full mb-1 overflow-hidden rounded-control border border-white/25 bg-black text-center text-12 text-white shadow-float"
      style={{
        width,
        left: `clamp(0px, calc(${share * 100}% - ${width / 2}px), calc(100% - ${width}px))`,
      }}
    >
      <span
        className="block"
        style={{
          width,
          height,
          backgroundImage: `url(${sprites.sheet})`,
          backgroundPosition: `-${leftPx}px -${topPx}px`,
        }}
      />
      <span className="block py-0.5 tabular-nums">{formatDuration(seconds * 1000)}</span>
    </span>
  );
}
