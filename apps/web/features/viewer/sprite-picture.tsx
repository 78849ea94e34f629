"use client";

import { type FileDetails, SpriteIndex } from "@alcoves/core/files/schema";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { tileAt } from "./tile-at.ts";

/** What the picture takes. */
interface SpritePictureProps {
  sprites: NonNullable<FileDetails["sprites"]>;
  /** The time that is shown, ms. */
  ms: number;
  /** Gives the size; the picture stands in its middle, whole. */
  className: string;
}

/** What a film looks like at a time: one of its scrub pictures. */
export function SpritePicture({ sprites, ms, className }: SpritePictureProps) {
  const { data: index } = useQuery({
    queryKey: ["sprites", sprites.index],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => SpriteIndex.parse(await (await fetch(sprites.index, { signal })).json()),
  });
  return (
    <span
      aria-hidden="true"
      className={clsx("grid shrink-0 place-items-center overflow-hidden bg-black", className)}
    >
      {index && (
        <span className="block h-full max-w-full" style={tileLook(index, { sheet: sprites.sheet, ms })} />
      )}
    </span>
  );
}

/** The sheet behind a window of one tile, in shares of the window: whatever size it has, it shows that tile. */
function tileLook(index: SpriteIndex, { sheet, ms }: { sheet: string; ms: number }) {
  const { leftPx, topPx } = tileAt(index, ms / 1_000);
  const { count, tileWidthPx, tileHeightPx } = index;
  const columns = Math.min(index.columns, count);
  const rows = Math.ceil(count / index.columns);
  const share = (px: number, tilePx: number, tiles: number) =>
    tiles > 1 ? `${((px / tilePx) * 100) / (tiles - 1)}%` : "0%";
  return {
    aspectRatio: `${tileWidthPx} / ${tileHeightPx}`,
    backgroundImage: `url(${sheet})`,
    backgroundSize: `${columns * 100}% ${rows * 100}%`,
    backgroundPosition: `${share(leftPx, tileWidthPx, columns)} ${share(topPx, tileHeightPx, rows)}`,
  };
}
