import type { SpriteIndex } from "@alcoves/core/files/schema";

/** @returns where on its sheet the tile of a moment begins, px; of a moment past the end the last one */
export function tileAt(index: SpriteIndex, seconds: number): { leftPx: number; topPx: number } {
  const wanted = Math.floor((seconds * 1_000) / index.intervalMs);
  const place = Math.min(index.count - 1, Math.max(0, wanted));
  return {
    leftPx: (place % index.columns) * index.tileWidthPx,
    topPx: Math.floor(place / index.columns) * index.tileHeightPx,
  };
}
