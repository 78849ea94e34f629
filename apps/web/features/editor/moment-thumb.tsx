"use client";

import { type FileDetails, SpriteIndex } from "@alcoves/core/files/schema";
import { useQuery } from "@tanstack/react-query";
import { tileAt } from "../viewer/tile-at.ts";

const widthPx = 84;
const heightPx = 48;

/** What a film looks like where a moment begins: one of its scrub pictures. */
export function MomentThumb({ sprites, ms }: { sprites: NonNullable<FileDetails["sprites"]>; ms: number }) {
  const { data: index } = useQuery({
    queryKey: ["sprites", sprites.index],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => SpriteIndex.parse(await (await fetch(sprites.index, { signal })).json()),
  });
  const frame = "block shrink-0 overflow-hidden rounded-[5px] bg-black";
  if (!index)
    return <span aria-hidden="true" className={frame} style={{ width: widthPx, height: heightPx }} />;
  const { leftPx, topPx } = tileAt(index, ms / 1_000);
  const { tileWidthPx, tileHeightPx } = index;
  const scale = Math.max(widthPx / tileWidthPx, heightPx / tileHeightPx);
  return (
    <span aria-hidden="true" className={frame} style={{ width: widthPx, height: heightPx }}>
      <span
        className="block origin-top-left"
        style={{
          width: tileWidthPx,
          height: tileHeightPx,
          transform: `translate(${(widthPx - tileWidthPx * scale) / 2}px, ${(heightPx - tileHeightPx * scale) / 2}px) scale(${scale})`,
          backgroundImage: `url(${sprites.sheet})`,
          backgroundPosition: `-${leftPx}px -${topPx}px`,
        }}
      />
    </span>
  );
}
