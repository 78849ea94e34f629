"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";
import { parseAsMapPlace } from "./map-place.ts";
import { readMapColors } from "./map-style.ts";
import { type SmallMap, type Spot, smallMap } from "./small-map.ts";
import { loadWorldOutline } from "./world-outline.ts";

/** What the small map takes. */
interface MiniMapProps extends Spot {
  libraryId: string;
}

const size = { widthPx: 300, heightPx: 132 };

/** From the left to the right: some countries. */
const degrees = 36;

/** How near the map begins to which it leads. */
const zoom = 10;

/** Where in the world something is, at a glance: it leads to the map there. Drawn from the outline that comes with the app. */
export function MiniMap({ libraryId, latitude, longitude }: MiniMapProps) {
  const t = useTranslations("map");
  const canvas = useRef<HTMLCanvasElement>(null);
  const { resolvedTheme } = useTheme();
  const { data: outline } = useQuery({
    queryKey: ["world-outline"],
    queryFn: loadWorldOutline,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read from the page.
  useEffect(() => {
    if (!outline || !canvas.current) return;
    draw(canvas.current, smallMap(outline, { center: { latitude, longitude }, degrees, ...size }));
  }, [outline, latitude, longitude, resolvedTheme]);
  // Where the outline cannot be had, the coordinates say it all.
  if (!outline) return null;
  return (
    <Link
      href={`/l/${libraryId}/map?at=${parseAsMapPlace.serialize({ latitude, longitude, zoom })}`}
      aria-label={t("showOnMap")}
      className="relative mt-2 block overflow-hidden rounded-tile border border-line"
    >
      <canvas ref={canvas} className="block w-full object-cover" style={{ height: size.heightPx }} />
      <span className="absolute top-1/2 left-1/2 size-3 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-accent shadow" />
    </Link>
  );
}

function draw(canvas: HTMLCanvasElement, { land, borders }: SmallMap): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const colors = readMapColors(canvas);
  canvas.width = size.widthPx * devicePixelRatio;
  canvas.height = size.heightPx * devicePixelRatio;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.fillStyle = colors.water;
  context.fillRect(0, 0, size.widthPx, size.heightPx);
  context.fillStyle = colors.land;
  context.fill(pathOf(land), "evenodd");
  context.strokeStyle = colors.border;
  context.stroke(pathOf(borders));
}

function pathOf(lines: SmallMap["land"]): Path2D {
  const path = new Path2D();
  for (const line of lines)
    for (const [at, [x, y]] of line.entries()) path[at === 0 ? "moveTo" : "lineTo"](x, y);
  return path;
}
